package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.views.RowsQuery;
import dev.nacre.views.RuntimeView;
import dev.nacre.views.ViewState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the rows of run-time views into a statement that names them. */
final class ViewExpansion {
    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "EXPLAIN", "TABLE");

    private static final int MOST_MENTIONS = 16;

    private final Connection connection;
    private final SessionFacts facts;
    private final Map<List<String>, Boolean> tables = new HashMap<>();

    ViewExpansion(Connection connection, SessionFacts facts) {
        this.connection = connection;
        this.facts = facts;
    }

    /** Where the rows come from; asked when there is a view in the statement. */
    interface State {
        ViewState now() throws SQLException;
    }

    /**
     * Returns the statement for H2 with the rows as of now; empty when it names no view, or a table of the database by the
     * same name.
     */
    Optional<Route.Expanded> of(String sql, State state) throws SQLException {
        return of(sql, state, false);
    }

    /** Returns the statement with the rows as parameters, for a database that allows no literals. */
    Optional<Route.Expanded> withoutLiterals(String sql, State state) throws SQLException {
        return of(sql, state, true);
    }

    private Optional<Route.Expanded> of(String sql, State state, boolean withoutLiterals) throws SQLException {
        List<SqlToken> tokens = SqlTokenizer.tokenize(sql, facts.unquoted(), facts.bracketsQuote());
        List<ViewPositions.Place> places = new ArrayList<>();
        for (ViewPositions.Place place : ViewPositions.find(tokens, facts.schemas())) {
            if (!isTable(place)) {
                places.add(place);
            }
        }
        if (places.stream().noneMatch(ViewPositions.Place::isTable)) {
            return Optional.empty();
        }
        refuseTooMany(places);
        refuseToKeep(tokens, places.get(0).view());
        SqlToken first = tokens.get(0);
        boolean isQuery = first.isSymbol('(') || QUERIES.stream().anyMatch(first::isWord);
        ParameterMarks marks = ParameterMarks.of(tokens);
        List<Object[]> rows = new ArrayList<>();
        Rewriting expanded = withoutLiterals
                ? withoutLiterals(sql, places, state.now(), tokens, marks, rows)
                : expanded(sql, places, state.now());
        return Optional.of(new Route.Expanded(expanded, isQuery, marks.count(), rows));
    }

    /** Each mention becomes a text with all rows: a short statement must not become one that fills the heap. */
    private static void refuseTooMany(List<ViewPositions.Place> places) {
        long mentions = places.stream().filter(ViewPositions.Place::isTable).count();
        if (mentions > MOST_MENTIONS) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.NOT_SUPPORTED,
                    "views of schema NACRE: expected at most " + MOST_MENTIONS + " in a statement, found " + mentions
                            + "; keep the rows by CREATE TABLE ... AS SELECT, and select from that");
        }
    }

    /** A view of the database would keep the rows of this moment for ever. */
    private static void refuseToKeep(List<SqlToken> tokens, RuntimeView view) {
        boolean isView =
                tokens.get(0).isWord("CREATE") && tokens.stream().limit(6).anyMatch(token -> token.isWord("VIEW"));
        if (isView) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.NOT_SUPPORTED,
                    "CREATE VIEW: expected tables of the database, found NACRE." + view
                            + ", which is in no database; select from it, or keep its rows by CREATE TABLE ... AS SELECT");
        }
    }

    private static Rewriting expanded(String sql, List<ViewPositions.Place> places, ViewState state) {
        Rewriting.Editor editor = new Rewriting.Editor(sql);
        for (ViewPositions.Place place : places) {
            String rows = place.isTable() ? place.view().query(state) : "";
            editor.replace(place.start(), place.end(), named(place, rows));
        }
        return editor.finish();
    }

    /** Numbers the client's parameters, which keep their order, and those of the rows behind them. */
    private static Rewriting withoutLiterals(
            String sql,
            List<ViewPositions.Place> places,
            ViewState state,
            List<SqlToken> tokens,
            ParameterMarks marks,
            List<Object[]> rows) {
        TreeMap<Integer, Runnable> edits = new TreeMap<>();
        Rewriting.Editor editor = new Rewriting.Editor(sql);
        for (ParameterMarks.Mark mark : marks.marks()) {
            SqlToken token = tokens.get(mark.token());
            edits.put(token.start(), () -> editor.replace(token.start(), token.end(), "?" + (mark.ordinal() + 1)));
        }
        for (ViewPositions.Place place : places) {
            edits.put(place.start(), () -> {
                String text = "";
                if (place.isTable()) {
                    RowsQuery query = place.view().query(state, marks.count() + rows.size() + 1);
                    rows.addAll(query.arrays());
                    text = query.text();
                }
                editor.replace(place.start(), place.end(), named(place, text));
            });
        }
        edits.values().forEach(Runnable::run);
        return editor.finish();
    }

    private static String named(ViewPositions.Place place, String rows) {
        String name = "\"" + place.view().name() + "\"";
        return place.isTable() ? rows + (place.hasAlias() ? "" : " AS " + name) : name;
    }

    /** Returns whether the database has a table where H2 would look for the name. */
    private boolean isTable(ViewPositions.Place place) throws SQLException {
        List<String> name = List.of(place.schema().orElse(""), place.view().name());
        Boolean known = tables.get(name);
        boolean isTable = known == null ? lookFor(place) : known;
        tables.put(name, isTable);
        return isTable;
    }

    private boolean lookFor(ViewPositions.Place place) throws SQLException {
        List<String> schemas = place.schema().map(List::of).orElse(facts.schemas());
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT TRUE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = ? AND TABLE_SCHEMA = ?")) {
            for (String schema : schemas) {
                statement.setString(1, place.view().name());
                statement.setString(2, schema);
                try (ResultSet found = statement.executeQuery()) {
                    if (found.next()) {
                        return true;
                    }
                }
                if (schema.equals(RuntimeView.SCHEMA)) {
                    return false;
                }
            }
            return false;
        }
    }
}
