package dev.nacre.bench.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the core modules out of a component that is known to be valid, for baselines that know no components. */
final class CoreModules {
    private static final int PREAMBLE_BYTES = 8;
    private static final int CORE_MODULE_SECTION = 1;

    private final byte[] component;
    private int position = PREAMBLE_BYTES;

    private CoreModules(byte[] component) {
        this.component = component;
    }

    /** Returns the outermost component's modules, in order (Binary.md, "Component Definitions"). */
    static List<byte[]> of(byte[] component) {
        return new CoreModules(component).read();
    }

    private List<byte[]> read() {
        List<byte[]> modules = new ArrayList<>();
        while (position < component.length) {
            int section = component[position++];
            int length = length();
            if (section == CORE_MODULE_SECTION) {
                modules.add(Arrays.copyOfRange(component, position, position + length));
            }
            position += length;
        }
        return modules;
    }

    private int length() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = component[position++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
