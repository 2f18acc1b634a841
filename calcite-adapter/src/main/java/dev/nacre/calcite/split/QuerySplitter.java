package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Scan;
import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.h2.H2Description;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.h2.value.TypeInfo;

/** Splits any query: the door to the others. */
final class QuerySplitter {
    private final PlanContext context;

    QuerySplitter(PlanContext context) {
        this.context = context;
    }

    /** Plans a query that may stand alone, with columns as H2 has them. */
    Block split(SqlNode query, CommonTables inSight) throws SQLException {
        CommonTables tables = inSight.readBy(query);
        if (!context.wasm().contains(query, tables)) {
            return scan(query, tables);
        }
        RelNode relation = relation(query, Ordering.NONE, tables);
        H2Description description = Shadow.describe(context, query, tables);
        return new Block(new Conversion(context).to(description.columns(), relation), description);
    }

    /** Plans a query inside another, where only the rows matter: names and mistakes are those of the whole. */
    RelNode rows(SqlNode query, CommonTables inSight) throws SQLException {
        CommonTables tables = inSight.readBy(query);
        return context.wasm().contains(query, tables)
                ? relation(query, Ordering.NONE, tables)
                : scan(query, tables).relation();
    }

    private RelNode relation(SqlNode query, Ordering ordering, CommonTables tables) throws SQLException {
        return switch (query.getKind()) {
            case ORDER_BY -> ordered((SqlOrderBy) query, ordering, tables);
            case WITH -> with((SqlWith) query, ordering, tables);
            case SELECT -> new SelectSplitter(context, tables, (SqlSelect) query, ordering).split();
            case UNION, INTERSECT, EXCEPT -> new SetSplitter(context, tables).split((SqlBasicCall) query, ordering);
            case VALUES -> new ValuesSplitter(context, tables).split((SqlBasicCall) query, ordering);
            default -> throw Refusals.clause(query, "the query form " + query.getKind());
        };
    }

    private RelNode ordered(SqlOrderBy query, Ordering outer, CommonTables tables) throws SQLException {
        if (!outer.isEmpty()) {
            throw Refusals.clause(query, "ORDER BY or a limit over a query that has its own");
        }
        return relation(query.query, Ordering.of(query, context.text().clauses(query)), tables);
    }

    private RelNode with(SqlWith query, Ordering ordering, CommonTables tables) throws SQLException {
        CommonTables inSight = tables;
        for (SqlNode node : query.withList) {
            SqlWithItem item = (SqlWithItem) node;
            boolean wasm = context.wasm().contains(item.query, inSight);
            if (wasm && item.recursive.booleanValue()) {
                throw Refusals.clause(item, "WITH RECURSIVE");
            }
            inSight = inSight.with(item, wasm);
        }
        return relation(query.body, ordering, inSight);
    }

    private Block scan(SqlNode query, CommonTables tables) throws SQLException {
        ParameterNumbers numbers = new ParameterNumbers();
        String prefix = H2Text.prefix(context, tables, numbers);
        return scan(prefix + context.writing(numbers).write(context.text().querySpan(query)), numbers);
    }

    /** Plans the scan of a table that H2 can read. */
    Block scan(SqlIdentifier table, CommonTables tables) throws SQLException {
        ParameterNumbers numbers = new ParameterNumbers();
        String prefix = H2Text.prefix(context, tables, numbers);
        return scan(
                prefix + "SELECT * FROM " + context.text().text(context.text().span(table)), numbers);
    }

    private Block scan(String sql, ParameterNumbers numbers) throws SQLException {
        H2Description own = context.session().describe(sql);
        RelDataTypeFactory.Builder row = context.typeFactory().builder();
        for (int index = 0; index < own.columns().size(); index++) {
            row.add(
                    "C" + index,
                    context.typeFactory().of(own.columns().get(index).type()));
        }
        RelNode scan = new H2Scan(context.cluster(), new H2Statement(sql, numbers.ordinals()), row.build());
        return new Block(scan, new H2Description(own.columns(), clientTypes(own.parameterTypes(), numbers.ordinals())));
    }

    private List<TypeInfo> clientTypes(List<TypeInfo> types, List<Integer> ordinals) {
        List<TypeInfo> client = new ArrayList<>(Collections.nCopies(context.parameterCount(), TypeInfo.TYPE_UNKNOWN));
        for (int index = 0; index < types.size(); index++) {
            if (ordinals.get(index) < client.size()) {
                client.set(ordinals.get(index), types.get(index));
            }
        }
        return client;
    }
}
