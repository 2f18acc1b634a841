package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.calcite.Failures;
import dev.nacre.calcite.PlanRequest;
import dev.nacre.calcite.PlannedQuery;
import dev.nacre.calcite.QueryPlanner;
import dev.nacre.calcite.StatementText;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.shape.ShapeSource;
import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Session;
import dev.nacre.jdbc.WrittenSource.Place;
import dev.nacre.sql.NacreParser;
import dev.nacre.sql.ParsedStatement;
import dev.nacre.sql.syntax.SyntaxException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.message.DbException;
import org.h2.util.StringUtils;
import org.h2.value.TypeInfo;

/** Plans the source of a statement that writes rows. One object for one statement. */
final class WritingPlanner {
    private final QueryPlanner planner;
    private final ShapeSource shapes;
    private final String sql;
    private final List<SqlToken> tokens;
    private final FunctionCatalog catalog;
    private final SessionFacts facts;
    private final H2Session session;
    private final ParameterMarks parameters;

    WritingPlanner(
            QueryPlanner planner,
            ShapeSource shapes,
            String sql,
            List<SqlToken> tokens,
            FunctionCatalog catalog,
            SessionFacts facts,
            H2Session session) {
        this.planner = planner;
        this.shapes = shapes;
        this.sql = sql;
        this.tokens = tokens;
        this.catalog = catalog;
        this.facts = facts;
        this.session = session;
        this.parameters = ParameterMarks.of(tokens);
    }

    /**
     * Plans a statement.
     *
     * @param found with a function in each of its places
     * @throws SqlLayerException for a source that Nacre cannot run
     * @throws SQLException H2's own, for a mistake in the plain SQL
     */
    Route.Written plan(WrittenSource found) throws SQLException {
        Writing writing = writing(found);
        Rewriting statement = writing.described(session);
        try {
            List<TypeInfo> around = session.describe(statement.text()).parameterTypes();
            return new Route.Written(writing, writing.parameterTypes(around));
        } catch (SQLException mistake) {
            throw H2Failures.of(mistake, statement);
        }
    }

    private Writing writing(WrittenSource found) throws SQLException {
        if (found.places().size() > Constants.MAX_COLUMNS) { // H2 would say so, after a long while
            throw DbException.getJdbcSQLException(ErrorCode.TOO_MANY_COLUMNS_1, null, "" + Constants.MAX_COLUMNS);
        }
        String text = SourceText.of(sql, tokens, found);
        ParsedStatement.Query parsed = parse(text);
        PlannedQuery query = planned(text, parsed);
        requireParameters(query);
        return new Writing(
                sql,
                query,
                ofSource(found, parsed.parameterCount()),
                parameters.count(),
                surrounding(found),
                found.table().map(name -> definition(name, found.hasData())));
    }

    private PlannedQuery planned(String text, ParsedStatement.Query parsed) throws SQLException {
        try {
            return planner.plan(new PlanRequest(
                    new StatementText(text, text, text),
                    parsed.query(),
                    parsed.parameterCount(),
                    catalog,
                    facts.schemas(),
                    session,
                    shapes));
        } catch (SQLException mistake) {
            throw Failures.about(sql, mistake);
        }
    }

    private void requireParameters(PlannedQuery query) {
        for (H2Column column : query.columns()) {
            if (!session.takesParameters(column.type())) {
                throw new SqlLayerException(
                        SqlLayerErrorCode.NOT_SUPPORTED,
                        "statement with a wasm function: column '" + column.label() + "' of the source: expected a type"
                                + " that a server of H2 can read, found a row with an ENUM inside; cast that to a text");
            }
        }
    }

    private ParsedStatement.Query parse(String text) {
        try {
            return (ParsedStatement.Query) NacreParser.parseStatement(text, facts.unquoted());
        } catch (SyntaxException failure) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.NOT_SUPPORTED,
                    "statement with a wasm function: expected a source of rows that Nacre can read, found: "
                            + failure.getMessage(),
                    failure);
        }
    }

    /** The parser numbers parameters without a number by their order in the source. */
    private List<Integer> ofSource(WrittenSource found, int count) {
        List<Integer> ordinals = new ArrayList<>();
        for (ParameterMarks.Mark mark : parameters.marks()) {
            if (found.contains(mark.token()) && !mark.numbered()) {
                ordinals.add(mark.ordinal());
            }
        }
        for (int ordinal = ordinals.size(); ordinal < count; ordinal++) {
            ordinals.add(ordinal);
        }
        return ordinals;
    }

    private Writing.Surrounding surrounding(WrittenSource found) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        List<Writing.Mark> marks = new ArrayList<>();
        for (ParameterMarks.Mark mark : parameters.marks()) {
            if (!found.contains(mark.token())) {
                int number = numbers.computeIfAbsent(mark.ordinal(), ordinal -> numbers.size() + 1);
                SqlToken token = tokens.get(mark.token());
                marks.add(new Writing.Mark(new Writing.Span(token.start(), token.end()), number));
            }
        }
        List<Writing.Span> places = found.places().stream()
                .map(place -> new Writing.Span(start(place), end(place)))
                .toList();
        return new Writing.Surrounding(places, found.isQuery(), marks, List.copyOf(numbers.keySet()));
    }

    private int start(Place place) {
        return tokens.get(place.first()).start();
    }

    private int end(Place place) {
        return tokens.get(place.end() - 1).end();
    }

    private Writing.Definition definition(Place name, boolean hasData) {
        boolean isQualified = name.end() - name.first() > 1;
        String schema =
                isQualified ? "" : StringUtils.quoteIdentifier(facts.schemas().get(0)) + ".";
        boolean commits = tokens.stream().noneMatch(token -> token.isWord("TRANSACTIONAL"));
        return new Writing.Definition(
                "SELECT TRUE FROM " + schema + sql.substring(start(name), end(name)), hasData, commits);
    }
}
