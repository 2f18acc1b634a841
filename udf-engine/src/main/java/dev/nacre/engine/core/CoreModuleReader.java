package dev.nacre.engine.core;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import java.util.BitSet;
import java.util.Objects;

/**
 * Reads a core module in one pass down to its opcodes, keeping no instructions: it is well formed as far as encoding,
 * names, indices and declared references go, it stays under the caps, and it uses only features that are let in. Types of
 * operands are not checked here.
 *
 * <p>The pass takes time linear in the length of the input and memory linear in what {@link CoreModule} holds.
 */
public final class CoreModuleReader {
    private static final int[] PREAMBLE = {0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00};

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final Cursor cursor;
    private final ModuleScope scope;
    private final DeclarationSections declarations;
    private final ConstantReader constants;
    private final ExportSection exports;
    private final SegmentSections segments;
    private final CodeSection code;
    private final Runnable poll;
    private boolean dataSeen;

    private CoreModuleReader(byte[] bytes, int start, int end, Limits limits, boolean skipsBodies, Runnable poll) {
        this.poll = poll;
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        cursor = new Cursor(bytes, start, end, new Place(bytes, start, end));
        scope = new ModuleScope(cursor, limits);
        TypeReader types = new TypeReader(scope);
        declarations = new DeclarationSections(scope, types);
        constants = new ConstantReader(scope, types);
        exports = new ExportSection(scope);
        segments = new SegmentSections(scope, types, constants, bytes);
        code = new CodeSection(scope, new BodyReader(scope, types), bytes, skipsBodies, poll);
    }

    /**
     * Reads a core module.
     *
     * @param bytes hold the module; neither kept nor changed
     * @param offset where the module begins in {@code bytes}
     * @param length how many bytes it has
     * @param limits the caps and features it is held to
     * @throws EngineException with code MALFORMED, INVALID, CAP_EXCEEDED or UNSUPPORTED_FEATURE; the message does not say
     *     which module it is, see {@link EngineException#within}
     */
    public static CoreModule read(byte[] bytes, int offset, int length, Limits limits) {
        return read(bytes, offset, length, limits, () -> {});
    }

    /**
     * Reads a core module, unless somebody says stop.
     *
     * @param poll called between two sections and two bodies; what it throws ends the reading
     * @throws EngineException as {@link #read(byte[], int, int, Limits)} does
     */
    public static CoreModule read(byte[] bytes, int offset, int length, Limits limits, Runnable poll) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return new CoreModuleReader(bytes, offset, offset + length, limits, false, poll).read();
    }

    /**
     * Reads a core module whose bodies were read before, by the same classes from the same bytes: all of it but them.
     *
     * @param bodies what was found of them, which {@linkplain BodyMeasures#fit fits} the limits
     * @throws EngineException as {@link #read(byte[], int, int, Limits)} does
     */
    public static CoreModule read(byte[] bytes, int offset, int length, Limits limits, BodyMeasures bodies) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        CoreModuleReader reader = new CoreModuleReader(bytes, offset, offset + length, limits, true, () -> {});
        reader.scope.skipBodies(bodies);
        return reader.read();
    }

    private CoreModule read() {
        preamble();
        sections();
        complete();
        return new CoreModule(
                new CoreModuleType(declarations.imports(), exports.exports()),
                scope.functions,
                NameSection.functionNames(bytes, start, end, scope.functions.size()),
                exports.indices(),
                referable(),
                code.sizes(),
                code.forwards(),
                scope.bodies(),
                layout());
    }

    private BitSet referable() {
        BitSet functions = (BitSet) scope.declared.clone();
        exports.start().ifPresent(functions::set);
        return functions;
    }

    private ModuleLayout layout() {
        return new ModuleLayout(
                scope.types,
                scope.tables.subList(scope.importedTables, scope.tables.size()),
                scope.memories.subList(scope.importedMemories, scope.memories.size()),
                declarations.globals(),
                scope.tags.stream()
                        .skip(scope.importedTags)
                        .map(CoreExternType.Tag::type)
                        .toList(),
                segments.elements(),
                segments.data(),
                exports.start());
    }

    private void preamble() {
        for (int expected : PREAMBLE) {
            if (cursor.u8() != expected) {
                throw cursor.place().malformed(cursor.position() - 1, "expected a core module of version 1");
            }
        }
    }

    private void sections() {
        int last = -1;
        while (!cursor.atEnd()) {
            poll.run();
            int from = cursor.position();
            int id = cursor.u8();
            int outer = cursor.enter(cursor.u32(), "section");
            if (id == SectionKind.CUSTOM) {
                custom();
            } else {
                SectionKind kind = SectionKind.of(id, cursor);
                last = inOrder(kind, last, from);
                section(kind);
            }
            cursor.leave(outer, "section");
        }
    }

    private void custom() {
        cursor.place().enterSection("custom");
        scope.name();
        cursor.skip(cursor.remaining(), "custom section");
    }

    private int inOrder(SectionKind kind, int last, int position) {
        cursor.place().enterSection(kind.title());
        if (kind.ordinal() <= last) {
            throw cursor.place().malformed(position, "the section comes twice or too late");
        }
        return kind.ordinal();
    }

    private void section(SectionKind kind) {
        switch (kind) {
            case TYPE -> declarations.readTypes();
            case IMPORT -> declarations.readImports();
            case FUNCTION -> declarations.readFunctions();
            case TABLE -> declarations.readTables();
            case MEMORY -> declarations.readMemories();
            case TAG -> declarations.readTags();
            case GLOBAL -> declarations.readGlobals(constants);
            case EXPORT -> exports.readExports();
            case START -> exports.readStart();
            case ELEMENT -> segments.readElements();
            case DATA_COUNT -> segments.readDataCount();
            case CODE -> code.read();
            case DATA -> data();
        }
    }

    private void data() {
        segments.readData();
        dataSeen = true;
    }

    /** Checks what only the end of the module tells. */
    private void complete() {
        int bodies = scope.functions.size() - scope.importedFunctions;
        if (code.sizes().size() != bodies) {
            throw cursor.place().malformed(cursor.position(), "expected " + bodies + " bodies, found no code section");
        }
        if (scope.dataCount > 0 && !dataSeen) {
            throw cursor.place()
                    .malformed(
                            cursor.position(), "expected " + scope.dataCount + " data segments, found no data section");
        }
    }
}
