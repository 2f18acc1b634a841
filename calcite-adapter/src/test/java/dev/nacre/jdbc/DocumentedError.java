package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.engine.ErrorCategory;
import dev.nacre.engine.ErrorCode;
import dev.nacre.functions.FunctionErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A code as the sources have it.
 *
 * @param meaning the first paragraph of its javadoc, as Markdown
 */
record DocumentedError(String state, int number, String name, ErrorCategory category, String meaning) {
    private static final Pattern CONSTANT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+[A-Z_0-9]+\\((\\d+),", Pattern.DOTALL);
    private static final Comparator<DocumentedError> AS_ON_PAGE =
            Comparator.comparing(DocumentedError::state).thenComparing(DocumentedError::number);

    /** Returns all codes, by SQLSTATE and number. */
    static List<DocumentedError> all() throws IOException {
        Map<Integer, String> meanings = new HashMap<>();
        meanings.putAll(meanings("udf-engine", ErrorCode.class));
        meanings.putAll(meanings("sql-functions", FunctionErrorCode.class));
        meanings.putAll(meanings("calcite-adapter", SqlLayerErrorCode.class));
        List<DocumentedError> all = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            all.add(new DocumentedError(
                    FunctionErrorCode.sqlState(code),
                    code.number(),
                    code.name(),
                    code.category(),
                    meanings.getOrDefault(code.number(), "")));
        }
        for (FunctionErrorCode code : FunctionErrorCode.values()) {
            all.add(new DocumentedError(
                    code.sqlState(),
                    code.number(),
                    code.name(),
                    code.category(),
                    meanings.getOrDefault(code.number(), "")));
        }
        for (SqlLayerErrorCode code : SqlLayerErrorCode.values()) {
            all.add(new DocumentedError(
                    code.sqlState(),
                    code.number(),
                    code.name(),
                    code.category(),
                    meanings.getOrDefault(code.number(), "")));
        }
        all.sort(AS_ON_PAGE);
        return all;
    }

    private static Map<Integer, String> meanings(String module, Class<?> codes) throws IOException {
        Path source =
                Path.of("..", module, "src", "main", "java", codes.getName().replace('.', '/') + ".java");
        Map<Integer, String> meanings = new HashMap<>();
        for (MatchResult constant :
                CONSTANT.matcher(Files.readString(source)).results().toList()) {
            meanings.put(Integer.valueOf(constant.group(2)), markdown(constant.group(1)));
        }
        return meanings;
    }

    private static String markdown(String javadoc) {
        String text = javadoc.replaceAll("\\s+(?:\\*\\s+)*", " ").strip();
        return text.split(" <p>", 2)[0].replaceAll("\\{@code ([^}]*)}", "`$1`");
    }

    @Override
    public String toString() {
        return state + " " + number + " " + name;
    }
}
