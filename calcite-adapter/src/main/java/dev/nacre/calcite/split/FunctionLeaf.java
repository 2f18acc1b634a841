package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.RoutineColumns;
import dev.nacre.functions.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/** A WebAssembly table function in FROM. Its arguments may be columns of the items to its left. */
final class FunctionLeaf implements JoinLeaf {
    private final PlanContext context;
    private final FunctionCall call;
    private final List<TypeInfo> types = new ArrayList<>();
    private final NamedColumns columns;
    /** Which of the function's columns somebody wants. */
    private final List<Integer> wanted = new ArrayList<>();

    private FunctionLeaf(PlanContext context, FunctionCall call, NamedColumns columns) throws SQLException {
        this.context = context;
        this.call = call;
        this.columns = columns;
        for (SqlType.Field column : RoutineColumns.of(call.function())) {
            types.add(context.sqlTypes().of(column.type()));
        }
    }

    /**
     * Plans a call.
     *
     * @param left the items to its left
     * @param alias empty for none
     * @param names those of its columns, empty for the function's
     */
    static FunctionLeaf of(
            PlanContext context,
            CommonTables tables,
            SqlCall function,
            List<JoinLeaf> left,
            String alias,
            List<SqlNode> names)
            throws SQLException {
        FunctionCall call = FunctionCall.of(context, tables, function, left);
        List<String> plain = names.isEmpty()
                ? RoutineColumns.of(call.function()).stream()
                        .map(SqlType.Field::name)
                        .toList()
                : SqlIdentifier.simpleNames(names);
        String qualifier = alias.isEmpty() ? call.function().name().name() : alias;
        return new FunctionLeaf(context, call, new NamedColumns(qualifier, plain));
    }

    @Override
    public List<String> names(String table) {
        return columns.names();
    }

    /** Plans the rows with all columns. */
    RelNode buildWhole() throws SQLException {
        IntStream.range(0, types.size()).forEach(this::want);
        return build();
    }

    @Override
    public boolean place(SqlIdentifier column) {
        Optional<Integer> found = columns.find(column);
        found.ifPresent(this::want);
        return found.isPresent();
    }

    @Override
    public boolean placeStar(SqlIdentifier star) {
        boolean own = columns.isQualifier(star);
        if (own) {
            IntStream.range(0, types.size()).forEach(this::want);
        }
        return own;
    }

    private void want(int column) {
        if (!wanted.contains(column)) {
            wanted.add(column);
        }
    }

    @Override
    public boolean filter(SqlNode condition) {
        return false;
    }

    @Override
    public TypeInfo type(SqlIdentifier column) {
        return types.get(columns.find(column).orElseThrow());
    }

    @Override
    public List<LateralColumn> outer() {
        return call.outer();
    }

    @Override
    public RelNode build() throws SQLException {
        RelDataTypeFactory.Builder row = context.typeFactory().builder();
        wanted.forEach(column ->
                row.add("C" + row.getFieldCount(), context.typeFactory().of(types.get(column))));
        return call.build(context, wanted, row.build());
    }

    @Override
    public Optional<Integer> column(SqlNode column) {
        return columns.find((SqlIdentifier) column).map(wanted::indexOf);
    }

    @Override
    public List<Integer> star(SqlNode star) {
        return columns.isQualifier((SqlIdentifier) star)
                ? IntStream.range(0, types.size()).map(wanted::indexOf).boxed().toList()
                : List.of();
    }
}
