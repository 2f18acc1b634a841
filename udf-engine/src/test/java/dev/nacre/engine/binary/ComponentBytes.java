package dev.nacre.engine.binary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts components together by hand, section by section; each method for a section makes one with a single item.
 *
 * <p>The codes are those of the component model's Binary.md.
 */
public final class ComponentBytes {
    public static final int U8 = 0x7d;
    public static final int S32 = 0x7a;
    public static final int U32 = 0x79;
    public static final int U64 = 0x77;
    public static final int CHAR = 0x74;
    public static final int STRING = 0x73;
    public static final int I32 = 0x7f;

    public static final int SORT_FUNCTION = 1;
    public static final int SORT_TYPE = 3;
    public static final int SORT_COMPONENT = 4;
    public static final int SORT_INSTANCE = 5;

    private ComponentBytes() {}

    public static byte[] component(byte[]... sections) {
        return join(bytes(0x00, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0), join(sections));
    }

    public static byte[] section(int id, byte[]... parts) {
        return join(bytes(id), sized(parts));
    }

    private static byte[] single(int id, byte[]... parts) {
        return section(id, bytes(1), join(parts));
    }

    public static byte[] nested(byte[]... sections) {
        return section(4, component(sections));
    }

    public static byte[] type(byte[]... parts) {
        return single(7, parts);
    }

    public static byte[] importItem(String name, byte[] externType) {
        return single(10, externName(name), externType);
    }

    public static byte[] export(String name, int sort, int index) {
        return single(11, externName(name), bytes(sort, index, 0));
    }

    public static byte[] exportAs(String name, int sort, int index, byte[] externType) {
        return single(11, externName(name), bytes(sort, index, 1), externType);
    }

    public static byte[] aliasExport(int sort, int instance, String name) {
        return single(6, bytes(sort, 0, instance), name(name));
    }

    public static byte[] aliasCoreExport(int coreSort, int instance, String name) {
        return single(6, bytes(0, coreSort, 1, instance), name(name));
    }

    public static byte[] aliasOuter(int sort, int count, int index) {
        return single(6, bytes(sort, 2, count, index));
    }

    public static byte[] instantiate(int component, byte[]... arguments) {
        return single(5, bytes(0, component), vector(arguments));
    }

    public static byte[] argument(String name, int sort, int index) {
        return join(name(name), bytes(sort, index));
    }

    public static byte[] bundle(byte[]... exports) {
        return single(5, bytes(1), vector(exports));
    }

    public static byte[] bundled(String name, int sort, int index) {
        return join(externName(name), bytes(sort, index));
    }

    public static byte[] canon(int... codes) {
        return single(8, bytes(codes));
    }

    public static byte[] coreModule(byte[] module) {
        return section(1, module);
    }

    public static byte[] coreInstantiate(int module, byte[]... arguments) {
        return single(2, bytes(0, module), vector(arguments));
    }

    public static byte[] functionExtern(int type) {
        return bytes(1, type);
    }

    public static byte[] equalType(int type) {
        return bytes(3, 0, type);
    }

    public static byte[] anyResource() {
        return bytes(3, 1);
    }

    public static byte[] instanceExtern(int type) {
        return bytes(5, type);
    }

    public static byte[] resource() {
        return bytes(0x3f, I32, 0);
    }

    public static byte[] record(byte[]... fields) {
        return join(bytes(0x72), vector(fields));
    }

    public static byte[] field(String name, int type) {
        return join(name(name), bytes(type));
    }

    public static byte[] tuple(int... elements) {
        return join(bytes(0x6f), bytes(elements.length), bytes(elements));
    }

    public static byte[] list(int element) {
        return join(bytes(0x70), typeIndex(element));
    }

    /** A type index where a value type is used: a signed number. */
    private static byte[] typeIndex(int index) {
        return index < 0x40 ? bytes(index) : bytes((index & 0x7f) | 0x80, index >> 7);
    }

    public static byte[] names(int code, String... names) {
        byte[][] items = new byte[names.length][];
        for (int index = 0; index < names.length; index++) {
            items[index] = name(names[index]);
        }
        return join(bytes(code), vector(items));
    }

    /** A function type with one result. */
    public static byte[] function(int result, byte[]... parameters) {
        return join(bytes(0x40), vector(parameters), bytes(0, result));
    }

    /** A function type without result. */
    public static byte[] procedure(byte[]... parameters) {
        return join(bytes(0x40), vector(parameters), bytes(1, 0));
    }

    public static byte[] componentType(byte[]... declarations) {
        return join(bytes(0x41), vector(declarations));
    }

    public static byte[] instanceType(byte[]... declarations) {
        return join(bytes(0x42), vector(declarations));
    }

    public static byte[] typeDeclaration(byte[] type) {
        return join(bytes(1), type);
    }

    public static byte[] outerTypeDeclaration(int count, int index) {
        return bytes(2, SORT_TYPE, 2, count, index);
    }

    public static byte[] importDeclaration(String name, byte[] externType) {
        return join(bytes(3), externName(name), externType);
    }

    public static byte[] exportDeclaration(String name, byte[] externType) {
        return join(bytes(4), externName(name), externType);
    }

    public static byte[] externName(String name) {
        return join(bytes(0), name(name));
    }

    public static byte[] name(String text) {
        return sized(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] vector(byte[]... items) {
        return join(leb(items.length), join(items));
    }

    private static byte[] sized(byte[]... parts) {
        byte[] content = join(parts);
        return join(leb(content.length), content);
    }

    public static byte[] leb(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
