package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a core module section by section. Indices are those of the module: imports of a kind are added before definitions of
 * that kind.
 */
public final class ModuleBuilder {
    public static final int FUNCTION = 0;
    public static final int TABLE = 1;
    public static final int MEMORY = 2;
    public static final int GLOBAL = 3;
    public static final int TAG = 4;

    /** The order of sections, by id: the data count stands before the code, tags before globals. */
    private static final List<Integer> ORDER = List.of(1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11);

    private final Map<Integer, List<byte[]>> entries = new TreeMap<>();
    private final int[] counts = new int[5];
    private int start = -1;

    public static CoreFunctionType type(List<CoreValueType> parameters, List<CoreValueType> results) {
        return new CoreFunctionType(parameters, results);
    }

    public static int valueType(CoreValueType type) {
        return switch (type) {
            case I32 -> 0x7F;
            case I64 -> 0x7E;
            case F32 -> 0x7D;
            case F64 -> 0x7C;
            case V128 -> 0x7B;
            case FUNCREF -> 0x70;
            case EXTERNREF -> 0x6F;
            case EXNREF -> 0x69;
        };
    }

    /** Adds a type, even when there is an equal one. */
    public int type(CoreFunctionType type) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.write(0x60);
        writeTypes(entry, type.parameters());
        writeTypes(entry, type.results());
        return add(1, entry.toByteArray());
    }

    public int importFunction(String module, String name, int type) {
        return addImport(module, name, FUNCTION, bytes(type));
    }

    public int importTable(String module, String name, int least) {
        return importTable(module, name, CoreValueType.FUNCREF, least);
    }

    public int importTable(String module, String name, CoreValueType element, int least) {
        return addImport(module, name, TABLE, bytes(valueType(element), 0, least));
    }

    public int importMemory(String module, String name, int least) {
        return addImport(module, name, MEMORY, bytes(0, least));
    }

    public int importGlobal(String module, String name, CoreValueType type, boolean mutable) {
        return addImport(module, name, GLOBAL, bytes(valueType(type), mutable ? 1 : 0));
    }

    public int importTag(String module, String name, int type) {
        return addImport(module, name, TAG, bytes(0, type));
    }

    public int function(int type, Code code) {
        add(3, bytes(type));
        byte[] body = code.body();
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        Leb.unsigned(entry, body.length);
        entry.writeBytes(body);
        add(10, entry.toByteArray());
        return counts[FUNCTION]++;
    }

    /** Adds a function of a type of its own and exports it under a name. */
    public int exported(String name, CoreFunctionType type, Code code) {
        int function = function(type(type), code);
        export(name, FUNCTION, function);
        return function;
    }

    public int table(int least, int most) {
        return table(CoreValueType.FUNCREF, least, most);
    }

    public int table(CoreValueType element, int least, int most) {
        add(4, bytes(valueType(element), 1, least, most));
        return counts[TABLE]++;
    }

    public int memory(int least, int most) {
        add(5, bytes(1, least, most));
        return counts[MEMORY]++;
    }

    public int global(CoreValueType type, boolean mutable, Code value) {
        add(6, join(bytes(valueType(type), mutable ? 1 : 0), value.expression()));
        return counts[GLOBAL]++;
    }

    public int tag(int type) {
        add(13, bytes(0, type));
        return counts[TAG]++;
    }

    public ModuleBuilder export(String name, int kind, int index) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        writeName(entry, name);
        entry.writeBytes(bytes(kind, index));
        add(7, entry.toByteArray());
        return this;
    }

    public ModuleBuilder start(int function) {
        start = function;
        return this;
    }

    /** Adds an active segment of functions for table 0. */
    public int elements(int offset, int... functions) {
        return add(9, join(bytes(0), new Code().i32(offset).expression(), vector(functions)));
    }

    /** Adds an active segment of functions for any table. */
    public int elementsOf(int table, int offset, int... functions) {
        return add(9, join(bytes(2, table), new Code().i32(offset).expression(), bytes(0), vector(functions)));
    }

    public int passiveElements(int... functions) {
        return add(9, join(bytes(1, 0), vector(functions)));
    }

    /** Adds a declarative segment: the functions may be named by {@code ref.func}. */
    public int declare(int... functions) {
        return add(9, join(bytes(3, 0), vector(functions)));
    }

    /** Adds an active segment of bytes. */
    public int data(int offset, String text) {
        return add(11, join(bytes(0), new Code().i32(offset).expression(), text(text)));
    }

    public int passiveData(String text) {
        return add(11, join(bytes(1), text(text)));
    }

    /** Names a function in the custom section "name". */
    public ModuleBuilder name(int function, String name) {
        add(0, join(bytes(function), text(name)));
        return this;
    }

    public byte[] build() {
        ByteArrayOutputStream module = new ByteArrayOutputStream();
        module.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        for (int id : ORDER) {
            if (id == 8 && start >= 0) {
                writeSection(module, id, bytes(start));
            } else if (id == 12 && entries.containsKey(11)) {
                writeSection(module, id, bytes(entries.get(11).size()));
            } else if (entries.containsKey(id)) {
                writeSection(module, id, entriesOf(id));
            }
        }
        if (entries.containsKey(0)) {
            byte[] names = entriesOf(0);
            writeSection(module, 0, join(text("name"), bytes(1, names.length), names));
        }
        return module.toByteArray();
    }

    private byte[] entriesOf(int id) {
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        Leb.unsigned(section, entries.get(id).size());
        entries.get(id).forEach(section::writeBytes);
        return section.toByteArray();
    }

    private int addImport(String module, String name, int kind, byte[] type) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        writeName(entry, module);
        writeName(entry, name);
        entry.write(kind);
        entry.writeBytes(type);
        add(2, entry.toByteArray());
        return counts[kind]++;
    }

    private int add(int section, byte[] entry) {
        List<byte[]> all = entries.computeIfAbsent(section, id -> new ArrayList<>());
        all.add(entry);
        return all.size() - 1;
    }

    private static void writeSection(ByteArrayOutputStream module, int id, byte[] content) {
        module.write(id);
        Leb.unsigned(module, content.length);
        module.writeBytes(content);
    }

    private static void writeTypes(ByteArrayOutputStream out, List<CoreValueType> types) {
        Leb.unsigned(out, types.size());
        types.forEach(type -> out.write(valueType(type)));
    }

    private static void writeName(ByteArrayOutputStream out, String name) {
        out.writeBytes(text(name));
    }

    private static byte[] text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return join(bytes(encoded.length), encoded);
    }

    private static byte[] vector(int[] indices) {
        return join(bytes(indices.length), bytes(indices));
    }

    private static byte[] bytes(int... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int number : numbers) {
            Leb.unsigned(out, number);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
