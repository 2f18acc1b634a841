package dev.nacre.jdbc;

import dev.nacre.calcite.PlannedQuery;
import dev.nacre.calcite.StatementText;
import dev.nacre.h2.H2Column;
import dev.nacre.sql.ddl.NacreStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.value.TypeInfo;

/** Who runs a statement. */
sealed interface Route {
    /** Returns what H2 gets of a statement that it runs as a whole; empty for one that it does not. */
    default Optional<String> textForH2(String sql) {
        return Optional.empty();
    }

    /** H2 gets the text as it is. */
    record PassThrough() implements Route {
        static final PassThrough INSTANCE = new PassThrough();

        @Override
        public Optional<String> textForH2(String sql) {
            return Optional.of(sql);
        }
    }

    /**
     * H2 gets the text with the rows of run-time views in it: another one at each execution.
     *
     * @param isQuery whether it gives rows
     * @param parameterCount how many values the client gives
     * @param rows of the views, as parameters behind those; none where they are literals in the text
     */
    record Expanded(Rewriting statement, boolean isQuery, int parameterCount, List<Object[]> rows) implements Route {
        public Expanded {
            rows = List.copyOf(rows);
        }
    }

    /** H2 gets the text with its functions' names replaced by those of their aliases. */
    record InH2(AliasedText text) implements Route {
        @Override
        public Optional<String> textForH2(String sql) {
            return Optional.of(text.aliased());
        }
    }

    /**
     * H2 explains the statement that it would run.
     *
     * @param functions what it would call, in words
     * @param column the one column of the result
     */
    record ExplainedByH2(AliasedText text, List<String> functions, H2Column column) implements Route {}

    /** Nacre runs its own statement. */
    record Own(NacreStatement statement, int parameterCount) implements Route {}

    /** Nacre runs the query, and H2 its scans. */
    record Planned(StatementText text, PlannedQuery query) implements Route {}

    /**
     * Nacre explains the query.
     *
     * @param column the one column of the result
     */
    record Explained(PlannedQuery query, H2Column column) implements Route {
        List<String> lines() {
            return query.explain();
        }
    }

    /** Nacre runs the query that a statement writes the rows of, and H2 the statement over the rows. */
    record Written(Writing writing, List<TypeInfo> parameterTypes) implements Route {
        public Written {
            parameterTypes = List.copyOf(parameterTypes);
        }
    }

    /**
     * Nacre explains a statement that writes the rows of a query.
     *
     * @param column the one column of the result
     */
    record ExplainedWriting(Writing writing, H2Column column) implements Route {
        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("Nacre runs the source of the rows; H2 runs, over all of them at once: " + writing.outline());
            lines.addAll(writing.source().explain());
            return lines;
        }
    }

    /** H2 gets the text, and the functions of the schema go where it goes. */
    record OfSchema(String sql, SchemaChange change) implements Route {}

    /** H2 gets the text, and the rights go where their user or role goes. */
    record OfPrincipal(String sql, PrincipalChange change) implements Route {}
}
