package dev.nacre.calcite.split;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** A subquery of FROM, or a WITH query, that calls WebAssembly functions. */
final class QueryLeaf implements JoinLeaf {
    private final RelNode rows;
    private final String alias;
    private final List<String> columns;

    /**
     * Makes an input.
     *
     * @param alias the name of its columns' qualifier, empty for none
     * @param columns the names of its columns
     */
    QueryLeaf(RelNode rows, String alias, List<String> columns) {
        this.rows = rows;
        this.alias = alias;
        this.columns = List.copyOf(columns);
    }

    @Override
    public boolean place(SqlIdentifier column) {
        return column(column).isPresent();
    }

    @Override
    public boolean placeStar(SqlIdentifier star) {
        return isQualifiedByThis(star.names);
    }

    @Override
    public boolean filter(SqlNode condition) {
        return false;
    }

    @Override
    public RelNode build() {
        return rows;
    }

    @Override
    public List<String> names(String table) {
        return columns;
    }

    @Override
    public Optional<Integer> column(SqlNode column) {
        List<String> names = ((SqlIdentifier) column).names;
        int index = isQualifiedByThis(names) ? columns.indexOf(names.get(names.size() - 1)) : -1;
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    @Override
    public List<Integer> star(SqlNode star) {
        return isQualifiedByThis(((SqlIdentifier) star).names)
                ? IntStream.range(0, columns.size()).boxed().toList()
                : List.of();
    }

    private boolean isQualifiedByThis(List<String> names) {
        return names.size() == 1 || (names.size() == 2 && names.get(0).equals(alias));
    }
}
