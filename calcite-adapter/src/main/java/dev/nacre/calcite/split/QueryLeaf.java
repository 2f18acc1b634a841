package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/** A subquery of FROM, or a WITH query, that calls WebAssembly functions. */
final class QueryLeaf implements JoinLeaf {
    private final RelNode rows;
    private final NamedColumns columns;

    QueryLeaf(RelNode rows, NamedColumns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public boolean place(SqlIdentifier column) {
        return columns.find(column).isPresent();
    }

    @Override
    public boolean placeStar(SqlIdentifier star) {
        return columns.isQualifier(star);
    }

    @Override
    public boolean filter(SqlNode condition) {
        return false;
    }

    @Override
    public TypeInfo type(SqlIdentifier column) {
        int index = columns.find(column).orElseThrow();
        return H2Type.info(rows.getRowType().getFieldList().get(index).getType());
    }

    @Override
    public RelNode build() {
        return rows;
    }

    @Override
    public List<String> names(String table) {
        return columns.names();
    }

    @Override
    public Optional<Integer> column(SqlNode column) {
        return columns.find((SqlIdentifier) column);
    }

    @Override
    public List<Integer> star(SqlNode star) {
        return columns.isQualifier((SqlIdentifier) star)
                ? IntStream.range(0, columns.names().size()).boxed().toList()
                : List.of();
    }
}
