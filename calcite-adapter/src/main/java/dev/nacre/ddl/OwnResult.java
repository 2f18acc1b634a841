package dev.nacre.ddl;

import dev.nacre.h2.H2Column;
import java.util.List;
import org.h2.value.Value;

/** What a statement of Nacre's own gives. */
public sealed interface OwnResult {
    /**
     * No rows and no update count: the statement changed the catalog, or found nothing to change.
     *
     * @param notices what else it did, that whoever wrote it may not expect
     */
    record Done(List<String> notices) implements OwnResult {
        public Done {
            notices = List.copyOf(notices);
        }

        Done() {
            this(List.of());
        }
    }

    /**
     * Rows, all there.
     *
     * @param columns as {@link OwnStatements#columns} has them for the statement
     */
    record Rows(List<H2Column> columns, List<Value[]> rows) implements OwnResult {
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
