package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.adapter.SqlPosition;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.H2Session;
import dev.nacre.h2.alias.Alias;
import dev.nacre.h2.alias.Aliases;
import dev.nacre.h2.alias.ResultForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a statement for H2 to run: nothing but the names of its functions becomes another. */
final class AliasRouting {
    private final String sql;
    private final List<SqlToken> tokens;
    private final List<CallPositions.Call> calls;
    private final FunctionCatalog catalog;
    private final H2Session session;

    AliasRouting(
            String sql,
            List<SqlToken> tokens,
            List<CallPositions.Call> calls,
            FunctionCatalog catalog,
            H2Session session) {
        this.sql = sql;
        this.tokens = tokens;
        this.calls = calls;
        this.catalog = catalog;
        this.session = session;
    }

    List<CallPositions.Call> calls() {
        return calls;
    }

    /** Returns where a call stands in the statement. */
    SqlPosition position(CallPositions.Call call) {
        return position(start(call));
    }

    /** Returns why H2 cannot run the statement; empty when it can. */
    Optional<String> whyNot() {
        Set<FunctionName> functions =
                calls.stream().map(CallPositions.Call::function).collect(Collectors.toCollection(LinkedHashSet::new));
        for (FunctionName function : functions) {
            List<FunctionDefinition> overloads = catalog.overloads(function);
            Optional<String> reason = Alias.whyNone(overloads);
            if (reason.isEmpty()) {
                reason = Aliases.whyMissing(session.h2(), Alias.of(overloads).orElseThrow());
            }
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the text for H2.
     *
     * @throws SqlLayerException for a call with a number of arguments that no overload has
     */
    AliasedText text() {
        TreeMap<Integer, String> inserted = new TreeMap<>();
        List<AliasedText.Call> replaced = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (CallPositions.Call call : calls) {
            done = copy(text, inserted, done, start(call));
            Alias alias = Alias.of(catalog.overloads(call.function())).orElseThrow();
            SqlType returns = definition(call).signature().returns();
            boolean isCast = alias.form().equals(ResultForm.VALUE);
            text.append(isCast ? AliasedText.MARK + "CAST(" : "")
                    .append(alias.name().sql());
            if (isCast && call.close() < tokens.size()) {
                String cast = AliasedText.MARK + " AS " + returns.sql() + AliasedText.MARK + ")";
                inserted.merge(tokens.get(call.close()).end(), cast, String::concat);
            }
            done = tokens.get(call.open() - 1).end();
            replaced.add(new AliasedText.Call(
                    call.function(),
                    sql.substring(start(call), done),
                    alias.name().sql(),
                    isCast));
        }
        copy(text, inserted, done, sql.length());
        return new AliasedText(sql, text.toString(), replaced);
    }

    private int start(CallPositions.Call call) {
        return tokens.get(call.first()).start();
    }

    /** Copies up to an offset, with what belongs behind calls that end before it. */
    private int copy(StringBuilder text, TreeMap<Integer, String> inserted, int from, int to) {
        int done = from;
        while (!inserted.isEmpty() && inserted.firstKey() <= to) {
            int at = inserted.firstKey();
            text.append(sql, done, at).append(inserted.remove(at));
            done = at;
        }
        text.append(sql, done, to);
        return to;
    }

    private FunctionDefinition definition(CallPositions.Call call) {
        List<FunctionDefinition> overloads = catalog.overloads(call.function());
        return overloads.stream()
                .filter(function -> function.signature().parameters().size() == call.arguments())
                .findFirst()
                .orElseThrow(() -> new SqlLayerException(
                        SqlLayerErrorCode.NO_SUCH_OVERLOAD,
                        "function '" + call.function() + "': expected arguments " + signatures(overloads) + ", found "
                                + call.arguments() + " arguments; cast the arguments to a signature's types",
                        position(start(call))));
    }

    private static String signatures(List<FunctionDefinition> overloads) {
        return overloads.stream()
                .map(function -> function.signature().parameterTypes().stream()
                        .map(SqlType::sql)
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    private SqlPosition position(int offset) {
        String before = sql.substring(0, offset);
        int line = (int) before.chars().filter(unit -> unit == '\n').count() + 1;
        return new SqlPosition(line, offset - before.lastIndexOf('\n'));
    }

    /** Returns the functions in words, for EXPLAIN. */
    List<String> functions() {
        return calls.stream()
                .map(this::definition)
                .distinct()
                .map(function -> function.name() + " version " + function.version())
                .toList();
    }
}
