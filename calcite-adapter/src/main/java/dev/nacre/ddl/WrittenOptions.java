package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.functions.DefinitionOptions;
import dev.nacre.sql.ddl.Literal;
import dev.nacre.sql.ddl.OptionSetting;
import dev.nacre.sql.ddl.TextLiteral;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads WITH clauses. */
final class WrittenOptions {
    /** The settings that a component or function may have of its own, beside the caps on a component's structure. */
    private static final List<String> KNOWN = List.of(
            "call_timeout",
            "timeout",
            "compile_timeout",
            "fuel",
            "memory",
            "query_memory",
            "groups",
            "instances",
            "output_bytes",
            "handles",
            "call_depth",
            "log_bytes",
            "log_lines");

    private WrittenOptions() {}

    /** Returns the options; NULL is none. */
    static DefinitionOptions of(String subject, List<OptionSetting> written) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (OptionSetting option : written) {
            String name = option.name().value().toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(name)) {
                throw Places.refusal(
                        SqlLayerErrorCode.BAD_OPTION,
                        option,
                        subject + ": expected one of the options " + String.join(", ", KNOWN) + ", found '"
                                + option.name().value() + "'");
            }
            if (option.value() instanceof TextLiteral text) {
                values.put(name, text.value());
            } else if (option.value() instanceof Literal.Number number) {
                values.put(name, number.value());
            } else if (option.value() instanceof Literal.Truth truth) {
                values.put(name, truth.value());
            }
        }
        return new DefinitionOptions(values);
    }
}
