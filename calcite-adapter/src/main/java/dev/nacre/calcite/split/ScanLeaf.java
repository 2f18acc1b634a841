package dev.nacre.calcite.split;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/** Tables that H2 reads, and joins itself when they are several. H2 is asked which columns they have. */
final class ScanLeaf implements JoinLeaf {
    private final PlanContext context;
    private final CommonTables tables;
    private final ScanBuilder scan;
    private final Map<String, ScanBuilder.Item> columns = new HashMap<>();
    private final Map<String, TypeInfo> types = new HashMap<>();
    private final Map<SqlNode, ScanBuilder.Item> placed = new IdentityHashMap<>();

    ScanLeaf(PlanContext context, CommonTables tables, SqlNode table) {
        this.context = context;
        this.tables = tables;
        this.scan = new ScanBuilder(context, tables, Optional.of(context.text().tableSpan(table)));
    }

    @Override
    public boolean place(SqlIdentifier column) {
        String text = text(column);
        if (!columns.containsKey(text)) {
            Optional<TypeInfo> type = scan.type(text);
            if (type.isEmpty()) {
                return false;
            }
            types.put(text, type.get());
        }
        placed.put(column, columns.computeIfAbsent(text, scan::item));
        return true;
    }

    @Override
    public boolean placeStar(SqlIdentifier star) {
        String text = scan.write(star);
        if (!scan.computes(text)) {
            return false;
        }
        placed.put(star, scan.star(text));
        return true;
    }

    @Override
    public boolean filter(SqlNode condition) {
        if (CommonColumns.isUnwritten(condition) || context.wasm().contains(condition, tables)) {
            return false;
        }
        String text = scan.write(condition);
        boolean computes = scan.computes(text);
        if (computes) {
            scan.where(text);
        }
        return computes;
    }

    private String text(SqlIdentifier column) {
        return CommonColumns.isUnwritten(column) ? quoted(column.names) : scan.write(column);
    }

    private static String quoted(List<String> names) {
        return names.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining("."));
    }

    @Override
    public List<String> names(String table) throws SQLException {
        return scan.names(quoted(List.of(table)) + ".*");
    }

    @Override
    public TypeInfo type(SqlIdentifier column) {
        return requireNonNull(types.get(text(column)), "column was not placed");
    }

    @Override
    public RelNode build() throws SQLException {
        return scan.build();
    }

    @Override
    public Optional<Integer> column(SqlNode column) {
        return Optional.ofNullable(placed.get(column)).map(ScanBuilder.Item::first);
    }

    @Override
    public List<Integer> star(SqlNode star) {
        ScanBuilder.Item item = placed.get(star);
        return item == null
                ? List.of()
                : IntStream.range(item.first(), item.first() + item.width())
                        .boxed()
                        .toList();
    }
}
