package dev.nacre.engine.core;

import dev.nacre.engine.EngineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * Reads the names of functions from the custom section "name", for messages. What is not readable there is passed over, as
 * the specification wants of custom sections. See the
 * <a href="https://webassembly.github.io/spec/core/appendix/custom.html#name-section">core specification, "Name
 * Section"</a>.
 */
final class NameSection {
    private static final int PREAMBLE = 8;
    private static final int FUNCTION_NAMES = 1;
    /** Longer names are not kept. */
    private static final int LONGEST = 1 << 10;

    private NameSection() {}

    /** Returns the names of all functions, the empty string where there is none. */
    static List<String> functionNames(byte[] bytes, int start, int end, int count) {
        List<String> names = new ArrayList<>(Collections.nCopies(count, ""));
        read(bytes, start, end, (name, index) -> {
            if (index >= 0 && index < count) {
                names.set(index, name);
            }
        });
        return names;
    }

    /** Returns the name of one function, the empty string when there is none. */
    static String functionName(byte[] bytes, int start, int end, int function) {
        String[] found = {""};
        read(bytes, start, end, (name, index) -> {
            if (index == function) {
                found[0] = name;
            }
        });
        return found[0];
    }

    private static void read(byte[] bytes, int start, int end, ObjIntConsumer<String> found) {
        Cursor cursor = new Cursor(bytes, start, end, new Place(bytes, start, start));
        try {
            cursor.skip(PREAMBLE, "preamble");
            while (!cursor.atEnd()) {
                int id = cursor.u8();
                int outer = cursor.enter(cursor.u32(), "section");
                if (id == SectionKind.CUSTOM
                        && cursor.text(cursor.vector(1, "name")).equals("name")) {
                    subsections(cursor, found);
                }
                cursor.skip(cursor.remaining(), "section");
                cursor.leave(outer, "section");
            }
        } catch (EngineException unreadable) {
            // the names read so far are all there are
        }
    }

    private static void subsections(Cursor cursor, ObjIntConsumer<String> found) {
        while (!cursor.atEnd()) {
            int id = cursor.u8();
            int outer = cursor.enter(cursor.u32(), "subsection");
            if (id == FUNCTION_NAMES) {
                names(cursor, found);
            }
            cursor.skip(cursor.remaining(), "subsection");
            cursor.leave(outer, "subsection");
        }
    }

    private static void names(Cursor cursor, ObjIntConsumer<String> found) {
        int count = cursor.vector(2, "names");
        for (int i = 0; i < count; i++) {
            int index = (int) cursor.u32();
            int length = cursor.vector(1, "bytes of name");
            if (length <= LONGEST) {
                found.accept(cursor.text(length), index);
            } else {
                cursor.skip(length, "name");
            }
        }
    }
}
