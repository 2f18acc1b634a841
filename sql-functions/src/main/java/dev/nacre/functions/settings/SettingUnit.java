package dev.nacre.functions.settings;

import dev.nacre.engine.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the number of a setting counts, and the larger units that may be written. */
public enum SettingUnit {
    /** Time, in milliseconds. */
    MILLISECONDS(
            "ms",
            "a duration such as '200 ms', '5 s', '2 min' or '1 h'",
            "ms",
            1L,
            "s",
            1_000L,
            "min",
            60_000L,
            "h",
            3_600_000L),
    /** Size, in bytes. */
    BYTES(
            "bytes",
            "a size such as '64 KiB', '16 MiB' or '1 GiB'",
            "bytes",
            1L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30),
    /** A number of things. */
    COUNT("", "a whole number");

    private final String symbol;
    private final String example;
    private final Map<String, Long> larger = new LinkedHashMap<>();

    SettingUnit(String symbol, String example, Object... larger) {
        this.symbol = symbol;
        this.example = example;
        for (int index = 0; index < larger.length; index += 2) {
            this.larger.put((String) larger[index], (Long) larger[index + 1]);
        }
    }

    /** Returns the unit of one of the engine's settings. */
    static SettingUnit of(Setting engine) {
        return switch (engine) {
            case COMPILE_TIMEOUT -> MILLISECONDS;
            case COMPONENT_BYTES, BODY_BYTES, NAME_BYTES, MEMORY, OUTPUT_BYTES, LOG_BYTES -> BYTES;
            default -> COUNT;
        };
    }

    /** Returns the unit's name, empty for a count. */
    public String symbol() {
        return symbol;
    }

    /** Returns what a message says that it expected. */
    String example() {
        return example;
    }

    /** Returns how many of this unit each name stands for, the smallest first; empty for a count. */
    Map<String, Long> names() {
        return Collections.unmodifiableMap(larger);
    }

    /** Returns the canonical text of a value: in the largest unit that needs no fraction. */
    String text(long value) {
        String text = Long.toString(value);
        for (Map.Entry<String, Long> unit : larger.entrySet()) {
            if (unit.getValue() == 1 || (value != 0 && value % unit.getValue() == 0)) {
                text = value / unit.getValue() + " " + unit.getKey();
            }
        }
        return text;
    }
}
