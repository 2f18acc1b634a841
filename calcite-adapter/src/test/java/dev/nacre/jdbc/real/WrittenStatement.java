package dev.nacre.jdbc.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement of the list.
 *
 * @param parameters numbers and text
 * @param same what H2 is asked instead; empty for the statement itself
 * @param refusal SQLSTATE and the beginning of the message; empty when it works
 */
record WrittenStatement(String sql, List<Object> parameters, Optional<String> same, Optional<String> refusal) {
    private static final String FILE = "/dev/nacre/jdbc/real/statements.sql";

    WrittenStatement {
        parameters = List.copyOf(parameters);
    }

    static List<WrittenStatement> all() {
        try (InputStream stream = WrittenStatement.class.getResourceAsStream(FILE)) {
            String text = new String(Objects.requireNonNull(stream, FILE).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^#.*\n", "").split("\n{2,}"))
                    .filter(block -> !block.isBlank())
                    .map(WrittenStatement::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WrittenStatement read(String block) {
        List<String> sql = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        Optional<String> same = Optional.empty();
        Optional<String> refusal = Optional.empty();
        for (String line : block.strip().split("\n")) {
            String rest = line.length() > 2 ? line.substring(2).strip() : "";
            if (line.startsWith("::")) {
                Arrays.stream(rest.split(" \\| ")).map(WrittenStatement::value).forEach(parameters::add);
            } else if (line.startsWith("==")) {
                same = Optional.of(rest);
            } else if (line.startsWith("!!")) {
                refusal = Optional.of(rest);
            } else {
                sql.add(line);
            }
        }
        return new WrittenStatement(String.join("\n", sql), parameters, same, refusal);
    }

    private static Object value(String text) {
        return text.matches("-?[0-9]+") ? (Object) Integer.valueOf(text) : text;
    }

    boolean callsFunction() {
        return Application.isCalledIn(sql);
    }

    @Override
    public String toString() {
        return sql;
    }
}
