package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.calcite.PlannedQuery;
import dev.nacre.ddl.DdlSession;
import dev.nacre.ddl.OwnResult;
import dev.nacre.ddl.OwnStatements;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.sql.ddl.SetSetting;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcResultSet;
import org.h2.result.ResultInterface;
import org.h2.value.Value;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/** Runs for a statement what is not H2's alone. */
final class RouteRunner {
    private final NacreConnection connection;
    private final NacreStatement statement;
    private final InnerStatement.Preparing preparing;

    /**
     * @param preparing prepares what H2 runs for a statement that changes something
     */
    RouteRunner(NacreConnection connection, NacreStatement statement, InnerStatement.Preparing preparing) {
        this.connection = connection;
        this.statement = statement;
        this.preparing = preparing;
    }

    static boolean givesRows(Route route) {
        if (route instanceof Route.Own own) {
            return !OwnStatements.columns(own.statement()).isEmpty();
        }
        boolean changes = route instanceof Route.OfSchema
                || route instanceof Route.OfPrincipal
                || route instanceof Route.Written
                || route instanceof Route.InH2 // only where it was written before
                || (route instanceof Route.Expanded expanded && !expanded.isQuery());
        return !changes;
    }

    Outcome run(Route route, List<Value> parameters) throws SQLException {
        if (route instanceof Route.Own own) {
            return own(own, parameters);
        }
        if (route instanceof Route.Explained explained) {
            return rows(new ListResult(List.of(explained.column()), lines(explained.lines(), explained.query())));
        }
        if (route instanceof Route.ExplainedWriting explained) {
            return rows(new ListResult(
                    List.of(explained.column()),
                    lines(explained.lines(), explained.writing().source())));
        }
        if (route instanceof Route.Written written) {
            return new Outcome(
                    null, new WritingRun(connection, statement, written.writing(), parameters).run(preparing));
        }
        if (route instanceof Route.InH2 aliased) {
            return new H2Run(connection).run(route, () -> changed(aliased.text().aliased(), parameters, List.of()));
        }
        if (route instanceof Route.Expanded expanded) {
            return expanded(expanded, parameters);
        }
        if (route instanceof Route.OfSchema schema) {
            return ofSchema(schema);
        }
        if (route instanceof Route.OfPrincipal principal) {
            return ofPrincipal(principal);
        }
        if (route instanceof Route.ExplainedByH2 explained) {
            return rows(new ListResult(List.of(explained.column()), inH2(explained)));
        }
        return planned((Route.Planned) route, parameters);
    }

    private Outcome expanded(Route.Expanded route, List<Value> parameters) throws SQLException {
        try {
            return run(route, parameters);
        } catch (SQLException failure) {
            if (failure.getErrorCode() != ErrorCode.LITERALS_ARE_NOT_ALLOWED
                    || !route.rows().isEmpty()) {
                throw failure;
            }
            return run(connection.router().withoutLiterals(route), parameters);
        }
    }

    private Outcome run(Route.Expanded route, List<Value> parameters) throws SQLException {
        try {
            return new H2Run(connection)
                    .run(
                            Route.PassThrough.INSTANCE,
                            () -> route.isQuery()
                                    ? queried(route, parameters)
                                    : changed(route.statement().text(), parameters, route.rows()));
        } catch (SQLException failure) {
            throw H2Failures.of(failure, route.statement());
        }
    }

    private Outcome queried(Route.Expanded route, List<Value> parameters) throws SQLException {
        PreparedStatement prepared = connection
                .h2()
                .prepareStatement(
                        route.statement().text(),
                        statement.isScrollable() ? ResultSet.TYPE_SCROLL_INSENSITIVE : ResultSet.TYPE_FORWARD_ONLY,
                        ResultSet.CONCUR_READ_ONLY);
        try {
            prepared.setLargeMaxRows(statement.maximumRows());
            prepared.closeOnCompletion();
            bind(prepared, parameters, route.rows());
            return Outcome.of(face(prepared.executeQuery()));
        } catch (SQLException | RuntimeException failure) {
            prepared.close();
            throw failure;
        }
    }

    private Outcome changed(String text, List<Value> parameters, List<Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = preparing.prepare(text)) {
            bind(prepared, parameters, rows);
            long count = prepared.executeLargeUpdate();
            statement.inner().keepKeys(prepared);
            return new Outcome(null, count);
        }
    }

    private void bind(PreparedStatement prepared, List<Value> parameters, List<Object[]> rows) throws SQLException {
        statement.inner().onStart(prepared);
        for (int index = 0; index < rows.size(); index++) {
            prepared.setObject(parameters.size() + index + 1, rows.get(index));
        }
        for (int index = 0; index < parameters.size(); index++) {
            prepared.setObject(index + 1, parameters.get(index));
        }
    }

    private Outcome ofSchema(Route.OfSchema route) throws SQLException {
        try {
            return new SchemaChanges(connection).run(route.sql(), route.change());
        } catch (RuntimeException | Error failure) {
            throw SqlExceptions.of(failure);
        }
    }

    private Outcome ofPrincipal(Route.OfPrincipal route) throws SQLException {
        try (Statement statement = connection.h2().createStatement()) {
            PrincipalChange change = route.change();
            if (change.creates() && Administration.isAdministrator(connection.h2())) {
                connection.database().moveRights(connection.h2(), change.name(), null);
            }
            statement.execute(route.sql());
            if (!change.creates()) { // only administrators come here
                connection.database().moveRights(connection.h2(), change.name(), change.newName());
            }
            return Outcome.DONE;
        } catch (RuntimeException | Error failure) {
            throw SqlExceptions.of(failure);
        }
    }

    private List<Value[]> inH2(Route.ExplainedByH2 route) throws SQLException {
        List<Value[]> lines = new ArrayList<>();
        lines.add(line("H2 runs this statement; in it " + String.join(", ", route.functions())
                + " is called through an alias, row mode."));
        AliasedText text = route.text();
        String plan = new H2Run(connection).run(new Route.InH2(text), () -> plan(text.aliased()));
        text.restored(plan).lines().map(RouteRunner::line).forEach(lines::add);
        return lines;
    }

    private String plan(String text) throws SQLException {
        try (Statement explain = connection.h2().createStatement();
                ResultSet row = explain.executeQuery(text)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Value[] line(String text) {
        return new Value[] {ValueVarchar.get(text)};
    }

    private Outcome own(Route.Own route, List<Value> parameters) throws SQLException {
        try (OwnRun run = statement.startOwn()) {
            if (route.statement() instanceof SetSetting set) {
                connection.settings().set(set);
                return Outcome.DONE;
            }
            OwnResult result = OwnStatements.execute(
                    route.statement(),
                    new DdlSession(
                            connection.h2(),
                            connection.database(),
                            connection.user(),
                            bytes(parameters),
                            connection.settings().effective(),
                            run));
            return result instanceof OwnResult.Rows found
                    ? rows(new ListResult(found.columns(), found.rows()))
                    : Outcome.of(((OwnResult.Done) result).notices());
        } catch (RuntimeException | Error failure) {
            throw SqlExceptions.of(failure);
        }
    }

    private static List<byte @Nullable []> bytes(List<Value> parameters) {
        List<byte @Nullable []> bytes = new ArrayList<>();
        for (Value parameter : parameters) {
            bytes.add(parameter.getValueType() == Value.NULL ? null : parameter.getBytes());
        }
        return bytes;
    }

    /** Adds how large the batches of functions are. */
    private List<Value[]> lines(List<String> explanation, PlannedQuery query) {
        List<String> lines = new ArrayList<>(explanation);
        lines.addAll(BatchLines.of(query.functions(), connection.settings().effective()));
        return lines.stream().map(RouteRunner::line).toList();
    }

    /** A component may go between planning and starting, when its last function is replaced: then the query is planned anew. */
    private Outcome planned(Route.Planned route, List<Value> parameters) throws SQLException {
        try {
            return started(route.query(), parameters);
        } catch (SQLException failure) {
            if (failure.getErrorCode() != SqlLayerErrorCode.CATALOG_DAMAGED.number()) {
                throw failure;
            }
            Route.Planned current = connection.router().planned(route.text().written());
            if (current.query().functions().equals(route.query().functions())) {
                throw failure;
            }
            return planned(current, parameters);
        }
    }

    private Outcome started(PlannedQuery query, List<Value> parameters) throws SQLException {
        RunningQuery running =
                connection.start(query, parameters, statement.maximumRows(), statement.timeout(), statement::onStart);
        ResultColumns columns = ResultColumns.of(query, statement);
        return rows(statement.isScrollable() ? drained(columns, running) : CursorResult.of(columns, running));
    }

    private static ResultInterface drained(ResultColumns columns, RunningQuery running) throws SQLException {
        List<Value[]> rows = new ArrayList<>();
        running.drainTo(rows::add);
        return new ListResult(columns, rows);
    }

    private Outcome rows(ResultInterface result) throws SQLException {
        boolean isUpdatable = statement.getResultSetConcurrency() == ResultSet.CONCUR_UPDATABLE;
        return Outcome.of(face(new JdbcResultSet(
                connection.h2(), statement.h2(), null, result, 0, statement.isScrollable(), isUpdatable, false)));
    }

    private NacreResultSet face(ResultSet rows) {
        return new NacreResultSet(rows, statement.face(), statement::completed);
    }
}
