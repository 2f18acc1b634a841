package dev.nacre.engine.core;

import java.util.Locale;

/**
 * The sections of a core module in the order in which they have to come; custom sections come anywhere. See the
 * <a href="https://webassembly.github.io/spec/core/binary/modules.html">core specification, "Modules"</a>.
 */
enum SectionKind {
    TYPE(1),
    IMPORT(2),
    FUNCTION(3),
    TABLE(4),
    MEMORY(5),
    TAG(13),
    GLOBAL(6),
    EXPORT(7),
    START(8),
    ELEMENT(9),
    DATA_COUNT(12),
    CODE(10),
    DATA(11);

    static final int CUSTOM = 0;

    private final int id;

    SectionKind(int id) {
        this.id = id;
    }

    /** Returns the name for messages. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Finds a kind by its number. */
    static SectionKind of(int id, Cursor cursor) {
        for (SectionKind kind : values()) {
            if (kind.id == id) {
                return kind;
            }
        }
        throw cursor.place().malformed(cursor.position() - 1, "unknown section " + id);
    }
}
