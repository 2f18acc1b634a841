package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.RowsCall;
import dev.nacre.calcite.algebra.WasmTable;
import dev.nacre.functions.RowStream;
import dev.nacre.functions.TableCall;
import dev.nacre.h2.RowValues;
import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** The rows of a table function. The guest is asked for few at first: who wants all of them gets more each time. */
final class TableRows extends AbstractEnumerable<Value[]> {
    private static final int FIRST = 16;

    private static final int GROWTH = 4;

    private final Run run;
    private final RowsCall call;
    private final Arguments arguments;
    private final RowValues rows;

    TableRows(Run run, WasmTable table, Evaluators evaluators) {
        this.run = run;
        this.call = table.call();
        this.arguments = new Arguments(run, call, evaluators);
        this.rows = rows(run, call, table);
    }

    static RowValues rows(Run run, RowsCall call, RelNode columns) {
        List<TypeInfo> types = columns.getRowType().getFieldList().stream()
                .map(RelDataTypeField::getType)
                .map(H2Type::info)
                .toList();
        return new RowValues(call.function(), call.columns(), types, run.provider());
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        TableCall table = run.scope().table(call.function());
        Reading reading = new Reading(table, table.open(arguments.values()));
        run.opened(reading);
        return reading;
    }

    /** Reads one call. */
    private final class Reading extends Forward {
        private final int mostRows;
        private final RowStream stream;
        private List<@Nullable Object[]> batch = List.of();
        private int next;
        private int most;

        Reading(TableCall call, RowStream stream) {
            this.mostRows = call.mostRows();
            this.stream = stream;
            this.most = Math.min(FIRST, mostRows);
        }

        @Override
        Value @Nullable [] read() {
            run.scope().check();
            if (next == batch.size() && !more()) {
                return null;
            }
            return rows.write(batch.get(next++));
        }

        private boolean more() {
            batch = stream.next(most);
            next = 0;
            most = (int) Math.min((long) most * GROWTH, mostRows);
            return !batch.isEmpty();
        }

        @Override
        public void close() {
            run.closed(this);
            stream.close();
        }
    }
}
