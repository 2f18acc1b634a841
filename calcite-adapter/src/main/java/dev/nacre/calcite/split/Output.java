package dev.nacre.calcite.split;

import dev.nacre.calcite.text.Clauses;
import dev.nacre.calcite.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.util.Util;

/**
 * One item of a SELECT list.
 *
 * @param node the item without its alias
 * @param alias the name after AS
 * @param item the whole item
 */
record Output(SqlNode node, Optional<String> alias, Span item) {
    static List<Output> of(SqlSelect select, Clauses clauses) {
        List<Span> items = clauses.items(Clauses.Clause.SELECT);
        List<Output> outputs = new ArrayList<>();
        for (int index = 0; index < select.getSelectList().size(); index++) {
            outputs.add(of(select.getSelectList().get(index), items.get(index)));
        }
        return outputs;
    }

    private static Output of(SqlNode node, Span item) {
        if (node.getKind() == SqlKind.AS) {
            SqlCall as = (SqlCall) node;
            return new Output(as.operand(0), Optional.of(((SqlIdentifier) as.operand(1)).getSimple()), item);
        }
        return new Output(node, Optional.empty(), item);
    }

    /** Returns the names of a query's columns when each is plainly an alias or a column; none otherwise. */
    static List<String> names(SqlNode query) {
        List<String> names = new ArrayList<>();
        SqlNode select = query instanceof SqlOrderBy ? ((SqlOrderBy) query).query : query;
        if (select instanceof SqlSelect) {
            for (SqlNode item : ((SqlSelect) select).getSelectList()) {
                SqlNode name = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(1) : item;
                if (!(name instanceof SqlIdentifier) || ((SqlIdentifier) name).isStar()) {
                    return List.of();
                }
                names.add(Util.last(((SqlIdentifier) name).names));
            }
        }
        return names;
    }

    /** Returns whether it stands for all columns of one or all tables. */
    boolean isStar() {
        return node instanceof SqlIdentifier && ((SqlIdentifier) node).isStar();
    }
}
