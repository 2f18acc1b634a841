package dev.nacre.jdbc.logic;

import dev.nacre.calcite.text.Clauses;
import dev.nacre.calcite.text.Span;
import dev.nacre.calcite.text.SqlText;
import dev.nacre.sql.IdentifierCase;
import dev.nacre.sql.NacreParser;
import dev.nacre.sql.ParsedStatement;
import dev.nacre.sql.syntax.SyntaxException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.util.Util;
import org.jspecify.annotations.Nullable;

/** Puts an identity function around every item of the SELECT lists of a query that is a number or text. */
final class Wrapper {
    private final Connection h2;
    private final IdentityFunctions functions;

    Wrapper(Connection h2, IdentityFunctions functions) {
        this.h2 = h2;
        this.functions = functions;
    }

    /**
     * Returns the query with functions.
     *
     * @return empty when no column is a number or text
     * @throws SyntaxException when Nacre's grammar does not know the query
     */
    Optional<String> wrap(String sql) throws SQLException {
        ParsedStatement parsed = NacreParser.parseStatement(sql, IdentifierCase.UPPER);
        SqlNode tree = ((ParsedStatement.Query) parsed).query();
        SqlText text = new SqlText(sql, tree);
        List<SqlSelect> selects = new ArrayList<>();
        collect(tree, selects);
        TreeMap<Integer, Replacement> replacements = new TreeMap<>();
        try (PreparedStatement statement = h2.prepareStatement(sql)) {
            ResultSetMetaData columns = statement.getMetaData();
            for (SqlSelect select : selects) {
                wrap(select, text, columns, replacements);
            }
        }
        return replacements.isEmpty() ? Optional.empty() : Optional.of(applied(sql, replacements));
    }

    private record Replacement(Span span, String text) {}

    /** Finds the SELECTs whose lists are the columns of the query. */
    private static void collect(SqlNode node, List<SqlSelect> selects) {
        if (node instanceof SqlSelect select) {
            selects.add(select);
        } else if (node instanceof SqlOrderBy ordered) {
            collect(ordered.query, selects);
        } else if (node instanceof SqlWith with) {
            collect(with.body, selects);
        } else if (node instanceof SqlCall call && node.getKind().belongsTo(SqlKind.SET_QUERY)) {
            call.getOperandList().forEach(operand -> collect(operand, selects));
        }
    }

    private void wrap(
            SqlSelect select, SqlText text, ResultSetMetaData columns, TreeMap<Integer, Replacement> replacements)
            throws SQLException {
        List<Span> items = text.clauses(select).items(Clauses.Clause.SELECT);
        if (items.size() == columns.getColumnCount()) {
            for (int index = 0; index < items.size(); index++) {
                wrap(select.getSelectList().get(index), text, columns, index + 1, replacements);
            }
        } else if (items.size() == 1) {
            Span star = items.get(0);
            replacements.put(star.start(), new Replacement(star, all(select.getFrom(), text, columns)));
        }
    }

    private void wrap(
            SqlNode item,
            SqlText text,
            ResultSetMetaData columns,
            int column,
            TreeMap<Integer, Replacement> replacements)
            throws SQLException {
        SqlNode node = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
        Optional<String> function = functions.of(columns, column);
        if (function.isPresent()) {
            Span span = text.span(node);
            boolean star = node instanceof SqlIdentifier identifier && identifier.isStar();
            String inner = star ? columns.getColumnName(column) : text.text(span);
            replacements.put(span.start(), new Replacement(span, function.get() + "(" + inner + ")"));
        }
    }

    /** A star becomes the columns that it stands for, those of the tables from left to right. */
    private String all(@Nullable SqlNode from, SqlText text, ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        addColumns(from, text, names);
        if (names.size() != columns.getColumnCount()) {
            throw new IllegalStateException("a star that is not all columns of all tables");
        }
        List<String> items = new ArrayList<>();
        for (int column = 1; column <= names.size(); column++) {
            String name = names.get(column - 1);
            items.add(functions
                    .of(columns, column)
                    .map(function -> function + "(" + name + ")")
                    .orElse(name));
        }
        return String.join(", ", items);
    }

    private void addColumns(@Nullable SqlNode from, SqlText text, List<String> names) throws SQLException {
        if (from instanceof SqlJoin join) {
            addColumns(join.getLeft(), text, names);
            addColumns(join.getRight(), text, names);
            return;
        }
        if (from == null) {
            return;
        }
        SqlNode name = from.getKind() == SqlKind.AS ? ((SqlCall) from).operand(1) : from;
        try (PreparedStatement statement = h2.prepareStatement("SELECT * FROM " + text.text(text.tableSpan(from)))) {
            ResultSetMetaData columns = statement.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                names.add(
                        "\"" + Util.last(((SqlIdentifier) name).names) + "\".\"" + columns.getColumnName(column) + '"');
            }
        }
    }

    private static String applied(String sql, TreeMap<Integer, Replacement> replacements) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Replacement replacement : replacements.values()) {
            out.append(sql, at, replacement.span().start()).append(replacement.text());
            at = replacement.span().end();
        }
        return out.append(sql.substring(at)).toString();
    }
}
