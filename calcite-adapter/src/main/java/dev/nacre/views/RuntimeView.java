package dev.nacre.views;

import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.functions.watch.CallCounts;
import dev.nacre.functions.watch.DatabaseWatch;
import dev.nacre.functions.watch.LogRing;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A view of schema NACRE whose rows are this JVM's: it exists in statements that Nacre sees, and in no database. */
public enum RuntimeView {
    /** What bounds the session. */
    SETTINGS(
            new Column("SETTING_NAME", Column.TEXT, "lower case, as SET and WITH take it in any case"),
            new Column("SETTING_VALUE", Column.TEXT, "what holds in this session"),
            new Column("UNIT", Column.TEXT, "of a number without one; empty for a count"),
            new Column("DEFAULT_VALUE", Column.TEXT, "what holds where nothing is set"),
            new Column("MAXIMUM_VALUE", Column.TEXT, "the most that can be set in this JVM"),
            new Column("SQL_STATE", Column.TEXT, "of what goes beyond; NULL where that is no error"),
            new Column("BOUNDS", Column.TEXT, "what it bounds")),
    /** What became of the calls of each function. */
    FUNCTION_STATS(
            new Column("USER_NAME", Column.TEXT, "whose statements"),
            new Column("FUNCTION_SCHEMA", Column.TEXT, "where the function is"),
            new Column("FUNCTION_NAME", Column.TEXT, "the function"),
            new Column("PARAMETER_TYPES", Column.TEXT, "tell overloads apart"),
            new Column("CALLS", Column.NUMBER, "calls of the guest"),
            new Column("ROW_COUNT", Column.NUMBER, "rows it was evaluated for, those without a call included"),
            new Column("BATCHES", Column.NUMBER, "batches of rows in one call"),
            new Column("INSTANCES", Column.NUMBER, "instances of its component that were made"),
            new Column("GUEST_NANOS", Column.NUMBER, "nanoseconds in guest code"),
            new Column("MARSHAL_NANOS", Column.NUMBER, "nanoseconds for converting arguments and results"),
            new Column("TRAPS", Column.NUMBER, "calls that ended with a trap or a broken ABI"),
            new Column("TIMEOUTS", Column.NUMBER, "calls that ended because the time was up"),
            new Column("PEAK_MEMORY", Column.NUMBER, "the most bytes of linear memory that an instance had"),
            new Column("LAST_ERROR", Column.TEXT, "the last message; NULL when no call failed")),
    /** What guests logged and printed. */
    LOG(
            new Column("LOGGED_AT", "TIMESTAMP(9) WITH TIME ZONE", "when, in UTC"),
            new Column("QUERY_NUMBER", Column.NUMBER, "the statement's number in this JVM"),
            new Column("USER_NAME", Column.TEXT, "whose statement"),
            new Column("FUNCTION_SCHEMA", Column.TEXT, "where the function is"),
            new Column("FUNCTION_NAME", Column.TEXT, "the function"),
            new Column("LOG_LEVEL", Column.TEXT, "as the guest gave it; stdout and stderr for printed text"),
            new Column("MESSAGE", Column.TEXT, "without control characters"));

    /** Where the views are. */
    public static final String SCHEMA = "NACRE";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSSxxx");

    private final List<Column> columns;

    RuntimeView(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * A column of a view.
     *
     * @param type as SQL writes it
     * @param meaning for people
     */
    public record Column(String name, String type, String meaning) {
        static final String TEXT = "CHARACTER VARYING";
        static final String NUMBER = "BIGINT";
    }

    /** Returns the view of a name: exact, as the catalog holds names. */
    public static Optional<RuntimeView> find(String name) {
        return Stream.of(values()).filter(view -> view.name().equals(name)).findFirst();
    }

    /** Returns the columns in order. */
    public List<Column> columns() {
        return columns;
    }

    /** Returns a query in parentheses that gives the rows as of now. */
    public String query(ViewState state) {
        return new ViewText(columns).query(rows(state));
    }

    /**
     * Returns the same query over parameters, for databases that allow no literals; times have microseconds there, because a
     * precision is a literal.
     *
     * @param first the number of the first parameter
     */
    public RowsQuery query(ViewState state, int first) {
        return new ViewText(columns).query(rows(state), first);
    }

    private List<List<Object>> rows(ViewState state) {
        return switch (this) {
            case SETTINGS ->
                Stream.of(SqlSetting.values())
                        .map(setting -> setting(setting, state))
                        .toList();
            case FUNCTION_STATS ->
                state.watch().sums().stream()
                        .filter(sum -> state.mayKnow(sum.user()))
                        .map(RuntimeView::sum)
                        .toList();
            case LOG ->
                state.watch().log().stream()
                        .filter(line -> state.mayKnow(line.user()))
                        .map(RuntimeView::line)
                        .toList();
        };
    }

    private static List<Object> setting(SqlSetting setting, ViewState state) {
        return List.of(
                setting.key(),
                state.settings().text(setting),
                setting.unit().symbol(),
                setting.text(setting.standard()),
                setting.text(state.settings().maxima().get(setting)),
                ViewText.orNull(setting.sqlState()),
                setting.bounds());
    }

    private static List<Object> sum(DatabaseWatch.FunctionSum sum) {
        CallCounts counts = sum.counts();
        List<Object> row = new ArrayList<>(
                List.of(sum.user(), sum.function().schema(), sum.function().name(), sum.parameters()));
        row.addAll(List.of(
                counts.calls(),
                counts.rows(),
                counts.batches(),
                counts.instances(),
                counts.guestNanos(),
                counts.marshalNanos(),
                counts.traps(),
                counts.timeouts(),
                counts.peakMemory()));
        row.add(ViewText.orNull(counts.lastError()));
        return row;
    }

    private static List<Object> line(LogRing.Line line) {
        return List.of(
                TIME.format(line.time().atOffset(ZoneOffset.UTC)),
                line.query(),
                line.user(),
                line.function().schema(),
                line.function().name(),
                line.level(),
                line.message());
    }
}
