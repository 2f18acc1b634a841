package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Query;
import dev.nacre.calcite.algebra.RowsTable;
import dev.nacre.h2.H2Rows;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueArray;

/** What H2 computes over all rows of another relation. They are read first, and held until H2 has its result. */
final class OverRows extends AbstractEnumerable<Value[]> {
    private final Run run;
    private final H2Query query;
    private final Enumerable<Value[]> input;
    private final long maximumRows;

    OverRows(Run run, H2Query query, Enumerable<Value[]> input, long maximumRows) {
        this.run = run;
        this.query = query;
        this.input = input;
        this.maximumRows = maximumRows;
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        return new Scan.Reading(run, open());
    }

    private H2Rows open() {
        return open(run, query, run.kept(input).toList(), maximumRows);
    }

    /**
     * Lets H2 run a query over rows.
     *
     * @param maximumRows how many are wanted at most, 0 for all
     */
    static H2Rows open(Run run, H2Query query, List<Value[]> rows, long maximumRows) {
        List<Value> values = new ArrayList<>();
        query.parameters().forEach(ordinal -> values.add(run.parameters().get(ordinal)));
        int pieces = Math.max(1, (rows.size() + RowsTable.PIECE - 1) / RowsTable.PIECE);
        for (int piece = 0; piece < pieces; piece++) {
            int from = piece * RowsTable.PIECE;
            values.addAll(columns(run, query, rows.subList(from, Math.min(rows.size(), from + RowsTable.PIECE))));
        }
        return run.late(query.sql(pieces), values, maximumRows);
    }

    private static List<Value> columns(Run run, H2Query query, List<Value[]> rows) {
        List<TypeInfo> types = RowsTable.types(query.getInput().getRowType().getFieldList());
        List<Value> columns = new ArrayList<>();
        for (int column = 0; column < types.size(); column++) {
            int index = column;
            Value[] values = rows.stream().map(row -> row[index]).toArray(Value[]::new);
            columns.add(ValueArray.get(types.get(column), values, run.provider()));
        }
        return columns;
    }
}
