package dev.nacre.functions.settings;

import dev.nacre.engine.Setting;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of settings: each bounds something, has a value where nothing else is said, and a maximum that only whoever
 * starts the JVM can move (system property {@code nacre.max.} and the name).
 *
 * <p>The caps on the structure of a component are the engine's, with its standard value as the maximum: a larger class of
 * components is let in by the administrator of the JVM.
 */
public enum SqlSetting {
    /** Time of one call. */
    CALL_TIMEOUT(SettingUnit.MILLISECONDS, 5_000, 3_600_000, "57014", "time that one call spends in guest code"),
    /** Time of a statement. */
    TIMEOUT(
            SettingUnit.MILLISECONDS,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "57014",
            "time that a statement with WebAssembly functions spends inside execute and next; the client's own pauses do not count"),
    /** Time of a compilation. */
    COMPILE_TIMEOUT(Setting.COMPILE_TIMEOUT, 600_000, "57014", "time that compiling a component may take"),
    /** Work of a statement. */
    FUEL(
            SettingUnit.COUNT,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "53400",
            "units of work of a statement's guests; a unit is about one loop iteration, call, or 1 KiB of bulk memory"),
    /** Memory of an instance. */
    MEMORY(
            Setting.MEMORY,
            256 << 20,
            "53200",
            "linear memory of an instance; where nobody sets it, a component gets what it declares if that is more"),
    /** Memory of a statement. */
    QUERY_MEMORY(
            SettingUnit.BYTES,
            256 << 20,
            1 << 30,
            "53200",
            "memory of a statement: its instances, the rows that Nacre keeps for it, and the value that a call lifts"),
    /** Memory of a user's statements. */
    USER_MEMORY(
            SettingUnit.BYTES,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "53200",
            "memory of all statements of a user together; unless it is set, three quarters of server_memory"),
    /** Memory of all statements. */
    SERVER_MEMORY(
            SettingUnit.BYTES,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "53200",
            "memory of all statements of the JVM together; unless it is set, half of the heap: the other half is for the database"),
    /** Length of a statement. */
    STATEMENT_TOKENS(
            SettingUnit.COUNT,
            400_000,
            4_000_000,
            "54000",
            "words, numbers, texts and signs of a statement with WebAssembly functions, which takes time to plan"),
    /** Groups of a statement. */
    GROUPS(SettingUnit.COUNT, 1_000_000, 10_000_000, "53400", "groups of a GROUP BY that Nacre runs"),
    /** Instances of a statement. */
    INSTANCES(
            SettingUnit.COUNT,
            100,
            1_000,
            "53400",
            "instances that are open in a statement at once: one for each function that it calls"),
    /** Instances of a user's statements. */
    USER_INSTANCES(
            SettingUnit.COUNT, 1_000, 1_000, "53400", "instances that are open in all statements of a user together"),
    /** Instances of all statements. */
    SERVER_INSTANCES(
            SettingUnit.COUNT, 2_000, 2_000, "53400", "instances that are open in all statements of the JVM together"),
    /** Compilations of a user. */
    USER_COMPILATIONS(
            SettingUnit.COUNT,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "57014",
            "components of a user that are compiled at the same time; unless it is set, one less than server_compilations,"
                    + " and one at least"),
    /** Compilations of all users. */
    SERVER_COMPILATIONS(
            SettingUnit.COUNT,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "57014",
            "components that are compiled at the same time in the JVM, others wait for compile_timeout; unless it is set,"
                    + " half as many as processors, and two at least"),
    /** Rows of a batch. */
    BATCH_ROWS(
            SettingUnit.COUNT,
            1_024,
            65_536,
            "",
            "rows that go to a guest, or come from it, in one call; a first batch has fewer, so that a LIMIT stays cheap"),
    /** Bytes of a batch. */
    BATCH_BYTES(
            SettingUnit.BYTES,
            1 << 20,
            64 << 20,
            "",
            "bytes of the rows that go to a guest in one call; a single row may have more"),
    /** Bytes lifted by a call. */
    OUTPUT_BYTES(Setting.OUTPUT_BYTES, 256 << 20, "53400", "bytes that one call takes out of the guest's memory"),
    /** Handles of an instance. */
    HANDLES(Setting.HANDLES, 1_000_000, "53400", "resource handles that a statement's instances have open together"),
    /** Depth of calls. */
    CALL_DEPTH(Setting.CALL_DEPTH, 100_000, "38N01", "calls inside calls in guest code"),
    /** Bytes of log of a statement. */
    LOG_BYTES(
            Setting.LOG_BYTES,
            16 << 20,
            "",
            "bytes of text that are kept of what a statement's guests log; the rest is counted"),
    /** Lines of log of a statement. */
    LOG_LINES(
            Setting.LOG_LINES,
            100_000,
            "",
            "lines that are kept of what a statement's guests log; the rest is counted"),

    /** Bytes of a component. */
    COMPONENT_BYTES(Setting.COMPONENT_BYTES, "bytes of a component"),
    /** Components inside components. */
    COMPONENT_DEPTH(Setting.COMPONENT_DEPTH, "components inside components"),
    /** Instances inside a component. */
    COMPONENT_INSTANCES(Setting.COMPONENT_INSTANCES, "instances that a component makes inside"),
    /** Core modules. */
    CORE_MODULES(Setting.CORE_MODULES, "core modules of a component"),
    /** Nesting of types. */
    VALUE_DEPTH(Setting.VALUE_DEPTH, "lists in records in lists: nesting of one type"),
    /** Core types. */
    TYPES(Setting.TYPES, "types of a core module"),
    /** Core types times functions. */
    TYPE_FUNCTION_PAIRS(Setting.TYPE_FUNCTION_PAIRS, "types times functions of a core module"),
    /** Core parameters. */
    PARAMETERS(Setting.PARAMETERS, "parameters of a core function"),
    /** Core results. */
    RESULTS(Setting.RESULTS, "results of a core function"),
    /** Core imports. */
    IMPORTS(Setting.IMPORTS, "imports of a core module"),
    /** Core exports. */
    EXPORTS(Setting.EXPORTS, "exports of a core module"),
    /** Core functions. */
    FUNCTIONS(Setting.FUNCTIONS, "functions of a core module, imported ones included"),
    /** Body of a core function. */
    BODY_BYTES(Setting.BODY_BYTES, "bytes of the body of a core function"),
    /** Locals of a core function. */
    FUNCTION_LOCALS(Setting.FUNCTION_LOCALS, "locals of a core function"),
    /** Locals of a core module. */
    LOCALS(Setting.LOCALS, "locals of all functions of a core module"),
    /** Targets of a branch table. */
    BRANCH_TARGETS(Setting.BRANCH_TARGETS, "targets of a br_table"),
    /** Targets of all branch tables. */
    ALL_BRANCH_TARGETS(Setting.ALL_BRANCH_TARGETS, "targets of all br_tables of a core module"),
    /** Nesting of blocks. */
    NESTING(Setting.NESTING, "blocks inside blocks of a core function"),
    /** Globals. */
    GLOBALS(Setting.GLOBALS, "globals of a core module"),
    /** Exception tags. */
    TAGS(Setting.TAGS, "exception tags of a core module"),
    /** Tables. */
    TABLES(Setting.TABLES, "tables of a core module"),
    /** Elements of tables. */
    TABLE_ELEMENTS(
            Setting.TABLE_ELEMENTS,
            "elements of all tables of an instance, and of all element segments of a core module"),
    /** Memories. */
    MEMORIES(Setting.MEMORIES, "memories of a core module"),
    /** Segments. */
    SEGMENTS(Setting.SEGMENTS, "data segments, and likewise element segments, of a core module"),
    /** Length of a name. */
    NAME_BYTES(Setting.NAME_BYTES, "bytes of a name in a component");

    /** What is held to a setting. */
    public enum Holder {
        /** All statements of a JVM, or those of a user: only whoever starts the JVM sets it. */
        JVM,
        /** A statement, with all functions that it calls: the smallest value of any of them holds. */
        STATEMENT,
        /** An instance of a function's component, and each of its calls. */
        INSTANCE,
        /** A component, when it is loaded. */
        COMPONENT
    }

    private final SettingUnit unit;
    private final long standard;
    private final long maximum;
    private final String sqlState;
    private final String bounds;
    private final Optional<Setting> engine;

    SqlSetting(SettingUnit unit, long standard, long maximum, String sqlState, String bounds) {
        this(unit, standard, maximum, sqlState, bounds, Optional.empty());
    }

    SqlSetting(Setting engine, long maximum, String sqlState, String bounds) {
        this(SettingUnit.of(engine), engine.standard(), maximum, sqlState, bounds, Optional.of(engine));
    }

    SqlSetting(Setting cap, String bounds) {
        this(SettingUnit.of(cap), cap.standard(), cap.standard(), "54000", bounds, Optional.of(cap));
    }

    SqlSetting(
            SettingUnit unit, long standard, long maximum, String sqlState, String bounds, Optional<Setting> engine) {
        this.unit = unit;
        this.standard = standard;
        this.maximum = maximum;
        this.sqlState = sqlState;
        this.bounds = bounds;
        this.engine = engine;
    }

    /** Returns the setting of a name, in any case. */
    public static Optional<SqlSetting> find(String name) {
        return Stream.of(values())
                .filter(setting -> setting.key().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Returns the setting of a name, in any case.
     *
     * @param subject what the name was written for, for example {@code component 'PUBLIC.C'}
     * @throws FunctionException with {@link FunctionErrorCode#BAD_SETTING}, naming the settings there are
     */
    public static SqlSetting named(String subject, String name) {
        return find(name)
                .orElseThrow(() -> new FunctionException(
                        FunctionErrorCode.BAD_SETTING,
                        subject + ": expected one of the settings "
                                + Stream.of(values())
                                        .filter(setting -> !setting.isCap() && setting.holder() != Holder.JVM)
                                        .map(SqlSetting::key)
                                        .collect(Collectors.joining(", "))
                                + " or a cap of NACRE.SETTINGS, found '" + SettingLiterals.quotable(name) + "'"));
    }

    /** Returns the name that users write: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what its number counts. */
    public SettingUnit unit() {
        return unit;
    }

    /** Returns the value where nothing is set, in the unit; {@link Long#MAX_VALUE} for no bound. */
    public long standard() {
        return standard;
    }

    /** Returns the most that can be set where this JVM says nothing else; {@link Long#MAX_VALUE} for no bound. */
    public long maximum() {
        return maximum;
    }

    /** Returns the least that can be set: neither time nor the number of those who work goes down to nothing. */
    public long least() {
        return unit == SettingUnit.MILLISECONDS || this == USER_COMPILATIONS || this == SERVER_COMPILATIONS ? 1 : 0;
    }

    /** Returns the most that this JVM's administrator can allow. */
    long furthest() {
        return engine.map(Setting::most).orElse(Long.MAX_VALUE);
    }

    /** Returns the SQLSTATE of what goes beyond; empty where that is no error. */
    public String sqlState() {
        return sqlState;
    }

    /** Returns what it bounds, for people. */
    public String bounds() {
        return bounds;
    }

    /** Returns the engine's name of the same bound, if the engine enforces it. */
    public Optional<Setting> engine() {
        return engine;
    }

    /** Returns what is held to it. */
    public Holder holder() {
        return switch (this) {
            case USER_MEMORY, SERVER_MEMORY, USER_INSTANCES, SERVER_INSTANCES, USER_COMPILATIONS, SERVER_COMPILATIONS ->
                Holder.JVM;
            case TIMEOUT, FUEL, QUERY_MEMORY, STATEMENT_TOKENS, GROUPS, INSTANCES, LOG_BYTES, LOG_LINES ->
                Holder.STATEMENT;
            case CALL_TIMEOUT, MEMORY, BATCH_ROWS, BATCH_BYTES, OUTPUT_BYTES, HANDLES, CALL_DEPTH -> Holder.INSTANCE;
            default -> Holder.COMPONENT;
        };
    }

    /** Returns whether it bounds the structure of components. */
    public boolean isCap() {
        return holder() == Holder.COMPONENT && this != COMPILE_TIMEOUT;
    }

    /**
     * Reads a value.
     *
     * @param literal a {@link String}, any {@link Number}, or something else, which is refused
     * @param subject what it was written for, for example {@code component 'PUBLIC.C'}
     * @return in the unit of this setting; not checked against any maximum of a JVM
     * @throws FunctionException with {@link FunctionErrorCode#BAD_SETTING}
     */
    public long parse(String subject, Object literal) {
        return SettingLiterals.parse(this, subject, literal);
    }

    /** Returns the canonical text of a value, which {@link #parse} reads: {@code 5 s}, {@code 16 MiB}, {@code none}. */
    public String text(long value) {
        return value == Long.MAX_VALUE ? SettingLiterals.NONE : unit.text(value);
    }
}
