package dev.nacre.ddl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** Makes a component that exports one function, a number to itself, under many names: {@code f0}, {@code f1} and so on. */
final class ManyExports {
    /** {@code (module (func (export "f") (param i64) (result i64) local.get 0))}. */
    private static final String MODULE = "0061736d0100000001060160017e017e03020100070501016600000a0601040020000b";

    /** An instance of the module, its export, the type of the function, and the function. */
    private static final String FUNCTION = "020401000000060701000001000166070801400101787800780806010000000000";

    private ManyExports() {}

    static byte[] component(int exports) {
        ByteArrayOutputStream component = new ByteArrayOutputStream();
        component.writeBytes(HexFormat.of().parseHex("0061736d0d000100"));
        byte[] module = HexFormat.of().parseHex(MODULE);
        component.write(1);
        unsigned(component, module.length);
        component.writeBytes(module);
        component.writeBytes(HexFormat.of().parseHex(FUNCTION));
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        unsigned(section, exports);
        IntStream.range(0, exports).forEach(index -> export(section, "f" + index));
        component.write(11);
        unsigned(component, section.size());
        component.writeBytes(section.toByteArray());
        return component.toByteArray();
    }

    private static void export(ByteArrayOutputStream section, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        section.write(0);
        unsigned(section, text.length);
        section.writeBytes(text);
        section.writeBytes(new byte[] {1, 0, 0}); // function 0, of its own type
    }

    /** LEB128. */
    private static void unsigned(ByteArrayOutputStream target, int value) {
        int rest = value;
        while (rest >= 0x80) {
            target.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        target.write(rest);
    }
}
