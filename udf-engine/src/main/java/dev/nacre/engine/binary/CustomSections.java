package dev.nacre.engine.binary;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import java.util.ArrayList;
import java.util.List;

/** Finds custom sections of a component, those of components inside of it not included. */
public final class CustomSections {
    private static final int CUSTOM = 0;

    private CustomSections() {}

    /**
     * Returns the contents of the custom sections of a name, in order.
     *
     * @param most how many there may be; none of the others is looked at
     * @throws EngineException when the bytes are not a component, as far as its sections say
     */
    public static List<byte[]> read(byte[] component, String name, int most, Limits limits) {
        ByteCursor cursor = new ByteCursor(component, limits);
        Preamble.expectFile(component, cursor);
        List<byte[]> contents = new ArrayList<>();
        while (!cursor.atEnd() && contents.size() < most) {
            int id = cursor.readByte("a section");
            ByteCursor body = cursor.slice(cursor.readLength("section " + id));
            if (id == CUSTOM && body.readName("the name of a custom section").equals(name)) {
                int start = body.position();
                contents.add(java.util.Arrays.copyOfRange(component, start, start + body.remaining()));
            }
        }
        return contents;
    }
}
