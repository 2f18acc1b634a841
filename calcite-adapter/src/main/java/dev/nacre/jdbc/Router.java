package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.calcite.PlanRequest;
import dev.nacre.calcite.PlannedQuery;
import dev.nacre.calcite.QueryPlanner;
import dev.nacre.calcite.StatementText;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.functions.shape.ShapeSource;
import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Session;
import dev.nacre.sql.NacreParser;
import dev.nacre.sql.ParsedStatement;
import dev.nacre.sql.syntax.SyntaxException;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/**
 * Decides who runs a statement. Nacre's own statements are known by their leading words; a text that calls no registered
 * function goes to H2 unparsed; any other is parsed and planned.
 */
final class Router {
    private static final H2Column PLAN =
            new H2Column("PLAN", "PLAN", null, null, TypeInfo.TYPE_VARCHAR, ResultSetMetaData.columnNoNulls, false);

    private static final String NOT_A_QUERY =
            "statement with a wasm function: Nacre runs SELECT, VALUES and EXPLAIN, and computes the rows that INSERT,"
                    + " MERGE INTO ... USING (SELECT ...) and CREATE TABLE ... AS write, found ";

    private static final Set<String> QUERY_WORDS = Set.of("SELECT", "VALUES", "EXPLAIN", "WITH", "TABLE", "FROM", "(");

    private final QueryPlanner planner;
    private final ShapeSource shapes;
    private final Supplier<EffectiveSettings> settings;

    Router(QueryPlanner planner, ShapeSource shapes, Supplier<EffectiveSettings> settings) {
        this.planner = planner;
        this.shapes = shapes;
        this.settings = settings;
    }

    /** Cuts a text into its statements; one that H2 can run as a whole stays whole. */
    List<String> statements(String sql, FunctionCatalog catalog, SessionFacts facts) {
        List<SqlToken> tokens = SqlTokenizer.tokenize(sql, facts.unquoted(), facts.bracketsQuote());
        List<List<SqlToken>> parts = split(tokens);
        boolean isForH2 = parts.stream().allMatch(part -> isForH2(part, catalog, facts));
        return parts.size() <= 1 || isForH2
                ? List.of(sql)
                : parts.stream().map(part -> cut(sql, part)).toList();
    }

    /** Returns whether H2 can run a text as a whole. */
    boolean isForH2(String sql, FunctionCatalog catalog, SessionFacts facts) {
        return split(SqlTokenizer.tokenize(sql, facts.unquoted(), facts.bracketsQuote())).stream()
                .allMatch(part -> isForH2(part, catalog, facts));
    }

    private static List<List<SqlToken>> split(List<SqlToken> tokens) {
        List<List<SqlToken>> parts = new ArrayList<>();
        List<SqlToken> part = new ArrayList<>();
        for (SqlToken token : tokens) {
            if (!token.isSymbol(';')) {
                part.add(token);
            } else if (!part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static String cut(String sql, List<SqlToken> part) {
        return sql.substring(part.get(0).start(), part.get(part.size() - 1).end());
    }

    private static boolean isForH2(List<SqlToken> tokens, FunctionCatalog catalog, SessionFacts facts) {
        return !OwnWords.begin(tokens)
                && SchemaChange.of(tokens).isEmpty()
                && PrincipalChange.of(tokens).isEmpty()
                && called(tokens, catalog, facts).isEmpty()
                && CallPositions.ofAliases(tokens).isEmpty()
                && ViewPositions.find(tokens, facts.schemas()).isEmpty();
    }

    private static Optional<FunctionName> called(List<SqlToken> tokens, FunctionCatalog catalog, SessionFacts facts) {
        return catalog.isEmpty() ? Optional.empty() : new CallPositions(tokens, catalog, facts.schemas()).first();
    }

    /**
     * Returns who runs one statement.
     *
     * @throws SyntaxException for a statement of Nacre's own that its grammar refuses
     * @throws SqlLayerException for a statement with a function in a place that nobody can run
     * @throws SQLException H2's own, for a mistake in the plain SQL of a planned query
     */
    Route route(String sql, FunctionCatalog catalog, SessionFacts facts, H2Session session) throws SQLException {
        List<SqlToken> tokens = SqlTokenizer.tokenize(sql, facts.unquoted(), facts.bracketsQuote());
        if (OwnWords.begin(tokens)) {
            ParsedStatement parsed = NacreParser.parseStatement(sql, facts.unquoted());
            return parsed instanceof ParsedStatement.Own own
                    ? new Route.Own(own.statement(), own.parameterCount())
                    : Route.PassThrough.INSTANCE;
        }
        Optional<SchemaChange> change = SchemaChange.of(tokens);
        if (change.isPresent() && !catalog.namesIn(change.get().schema()).isEmpty()) {
            return new Route.OfSchema(sql, change.get());
        }
        Optional<PrincipalChange> principal = PrincipalChange.of(tokens);
        if (principal.isPresent() && catalog.version() > 0) {
            return new Route.OfPrincipal(sql, principal.get());
        }
        StoredPlaces.refuse(tokens, new AliasRouting(sql, tokens, CallPositions.ofAliases(tokens), catalog, session));
        List<CallPositions.Call> calls =
                catalog.isEmpty() ? List.of() : new CallPositions(tokens, catalog, facts.schemas()).all();
        if (calls.isEmpty()) {
            return Route.PassThrough.INSTANCE;
        }
        requireLength(tokens);
        try {
            return plan(text(sql, tokens), tokens, catalog, facts, session);
        } catch (SqlLayerException refusal) {
            if (refusal.code() != SqlLayerErrorCode.NOT_SUPPORTED) {
                throw refusal;
            }
            AliasRouting inH2 = new AliasRouting(sql, tokens, calls, catalog, session);
            StoredPlaces.refuse(tokens, inH2);
            Optional<String> reason = inH2.whyNot();
            if (reason.isEmpty()) {
                return inH2(inH2, tokens, session);
            }
            StatementText text = text(sql, tokens);
            List<SqlToken> spelled = SqlTokenizer.tokenize(text.parsed(), facts.unquoted(), facts.bracketsQuote());
            return withoutAlias(text, spelled, catalog, facts, session, refusal, reason.get());
        }
    }

    /** Planning is not stopped by a timeout: it takes time in proportion to the text. */
    private void requireLength(List<SqlToken> tokens) {
        long most = settings.get().get(SqlSetting.STATEMENT_TOKENS);
        if (tokens.size() > most) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.TOO_LONG,
                    "statement with a wasm function: it has " + tokens.size()
                            + " words, numbers, texts and signs, at most " + most
                            + " allowed (setting statement_tokens); raise it, or give values as parameters");
        }
    }

    /** @param tokens those of the text as it is parsed */
    private Route withoutAlias(
            StatementText text,
            List<SqlToken> tokens,
            FunctionCatalog catalog,
            SessionFacts facts,
            H2Session session,
            SqlLayerException refusal,
            String reason)
            throws SQLException {
        List<CallPositions.Call> calls = new CallPositions(tokens, catalog, facts.schemas()).all();
        SyntaxProbe probe = new SyntaxProbe(text.parsed(), tokens, calls, session);
        boolean isUnread = refusal.getCause() instanceof SyntaxException;
        if (tokens.get(0).isWord("CALL")) {
            requireReadable(isUnread, probe);
            return called(text, tokens, catalog, facts, session);
        }
        try {
            return written(
                            new WritingPlanner(planner, shapes, text.parsed(), tokens, catalog, facts, session),
                            tokens,
                            calls)
                    .orElseThrow(() -> refusal);
        } catch (SqlLayerException none) {
            if (none.code() != SqlLayerErrorCode.NOT_SUPPORTED) {
                throw none;
            }
            requireReadable(isUnread, probe); // only now: Nacre reads some that H2 does not
            throw nobody(none, reason);
        }
    }

    /** A mistake in the syntax is reported as H2 reports it. */
    private static void requireReadable(boolean isUnread, SyntaxProbe probe) throws SQLException {
        Optional<SQLException> mistake = isUnread ? probe.mistake() : Optional.empty();
        if (mistake.isPresent()) {
            throw mistake.get();
        }
    }

    /** A procedure, or a function without an alias. */
    private Route called(
            StatementText text, List<SqlToken> tokens, FunctionCatalog catalog, SessionFacts facts, H2Session session)
            throws SQLException {
        if (!(parse(text.parsed(), tokens, facts) instanceof ParsedStatement.Call call)) {
            throw new IllegalStateException("CALL read as another statement");
        }
        return new Route.Planned(
                text,
                planner.planCall(new PlanRequest(
                        text, call.expression(), call.parameterCount(), catalog, facts.schemas(), session, shapes)));
    }

    private static Route inH2(AliasRouting routing, List<SqlToken> tokens, H2Session session) throws SQLException {
        return tokens.get(0).isWord("EXPLAIN")
                ? new Route.ExplainedByH2(routing.text(), routing.functions(), PLAN)
                : new Route.InH2(new CreatedColumns(tokens, routing.text(), session).named());
    }

    private static Optional<Route> written(
            WritingPlanner planner, List<SqlToken> tokens, List<CallPositions.Call> calls) throws SQLException {
        Optional<WrittenSource> source = SourceFinder.find(tokens).flatMap(found -> found.ofCalls(calls));
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Route.Written written = planner.plan(source.get());
        return Optional.of(source.get().isExplained() ? new Route.ExplainedWriting(written.writing(), PLAN) : written);
    }

    private static SqlLayerException nobody(SqlLayerException refusal, String reason) {
        return new SqlLayerException(
                SqlLayerErrorCode.NOT_SUPPORTED,
                refusal.getMessage() + "; H2 cannot run the statement either: " + reason,
                refusal);
    }

    private static StatementText text(String sql, List<SqlToken> tokens) {
        Optional<SqlToken> end =
                tokens.stream().filter(token -> token.isSymbol(';')).findFirst();
        return new StatementText(
                sql,
                end.map(token -> sql.substring(0, token.start())).orElseGet(sql::stripTrailing),
                EscapedLiterals.spelledOut(sql, tokens));
    }

    private Route plan(
            StatementText text, List<SqlToken> tokens, FunctionCatalog catalog, SessionFacts facts, H2Session session)
            throws SQLException {
        ParsedStatement parsed = parse(text.parsed(), tokens, facts);
        if (parsed instanceof ParsedStatement.Query query) {
            return new Route.Planned(text, plan(text, query.query(), query.parameterCount(), catalog, facts, session));
        }
        if (parsed instanceof ParsedStatement.Explain explain) {
            return new Route.Explained(
                    plan(text, explain.query(), explain.parameterCount(), catalog, facts, session), PLAN);
        }
        throw new SqlLayerException(SqlLayerErrorCode.NOT_SUPPORTED, NOT_A_QUERY + kind(parsed));
    }

    private static ParsedStatement parse(String sql, List<SqlToken> tokens, SessionFacts facts) {
        try {
            return NacreParser.parseStatement(sql, facts.unquoted());
        } catch (SyntaxException failure) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.NOT_SUPPORTED,
                    isQuery(tokens.get(0))
                            ? "statement with a wasm function: expected a query that Nacre can read, found: "
                                    + failure.getMessage()
                            : NOT_A_QUERY + tokens.get(0).text().toUpperCase(Locale.ROOT),
                    failure);
        }
    }

    private PlannedQuery plan(
            StatementText text,
            SqlNode tree,
            int parameterCount,
            FunctionCatalog catalog,
            SessionFacts facts,
            H2Session session)
            throws SQLException {
        return planner.plan(new PlanRequest(text, tree, parameterCount, catalog, facts.schemas(), session, shapes));
    }

    private static boolean isQuery(SqlToken first) {
        return QUERY_WORDS.contains(first.text().toUpperCase(Locale.ROOT));
    }

    private static String kind(ParsedStatement parsed) {
        if (parsed instanceof ParsedStatement.Call) {
            return "CALL";
        }
        return parsed instanceof ParsedStatement.Modification ? "a data modification" : "another statement";
    }
}
