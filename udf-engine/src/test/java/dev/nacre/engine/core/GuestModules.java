package dev.nacre.engine.core;

import dev.nacre.testkit.Guests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the core modules out of the built guests. */
final class GuestModules {
    static final List<String> GUESTS =
            List.of("telemetry-rust", "telemetry-c", "shapes-rust", "probe-rust", "hostile", "liar");

    private static final int CORE_MODULE = 1;
    private static final int COMPONENT = 4;
    private static final int PREAMBLE = 8;

    private GuestModules() {}

    static List<byte[]> all() {
        List<byte[]> modules = new ArrayList<>();
        for (String guest : GUESTS) {
            modules.addAll(of(guest));
        }
        return modules;
    }

    static List<byte[]> of(String guest) {
        List<byte[]> modules = new ArrayList<>();
        collect(Guests.bytes(guest), modules);
        return modules;
    }

    private static void collect(byte[] component, List<byte[]> modules) {
        Cursor cursor = new Cursor(component, 0, component.length, new Place(component, 0, 0));
        cursor.skip(PREAMBLE, "preamble");
        while (!cursor.atEnd()) {
            int id = cursor.u8();
            int length = (int) cursor.u32();
            byte[] content = Arrays.copyOfRange(component, cursor.position(), cursor.position() + length);
            if (id == CORE_MODULE) {
                modules.add(content);
            } else if (id == COMPONENT) {
                collect(content, modules);
            }
            cursor.skip(length, "section");
        }
    }
}
