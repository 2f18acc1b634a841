package dev.nacre.engine.binary;

import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decodes components. Nothing is checked beyond the form of the bytes.
 *
 * <p>See <a href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md">Binary.md</a>.
 */
public final class ComponentReader {
    private final ByteCursor cursor;
    private final int depth;
    private final List<Located> definitions = new ArrayList<>();

    private ComponentReader(ByteCursor cursor, int depth) {
        this.cursor = cursor;
        this.depth = depth;
    }

    /**
     * Decodes a component.
     *
     * @param bytes all of it
     * @throws dev.nacre.engine.EngineException when the bytes are not a component ({@code MALFORMED}), are a core module
     *     ({@code CORE_MODULE}), use a feature that was never released ({@code UNSUPPORTED_FEATURE}), or are more than the
     *     limits allow ({@code CAP_EXCEEDED})
     */
    public static ComponentSource read(byte[] bytes, Limits limits) {
        return read(bytes, limits, () -> {});
    }

    /**
     * Decodes a component, unless somebody says stop.
     *
     * @param poll called between two items; what it throws ends the decoding
     * @throws dev.nacre.engine.EngineException as {@link #read(byte[], Limits)}
     */
    public static ComponentSource read(byte[] bytes, Limits limits, Runnable poll) {
        limits.check(Setting.COMPONENT_BYTES, bytes.length, () -> "the component");
        ByteCursor cursor = new ByteCursor(bytes, limits, new ReadWork(poll));
        Preamble.expectFile(bytes, cursor);
        return new ComponentReader(cursor, 0).readSections();
    }

    private ComponentSource readSections() {
        while (!cursor.atEnd()) {
            readSection();
        }
        return new ComponentSource(definitions);
    }

    private void readSection() {
        cursor.step();
        int start = cursor.position();
        int id = cursor.readByte("a section");
        int length = cursor.readLength("section " + id);
        ByteCursor body = id == 4 ? nest(length) : cursor.slice(length);
        readBody(start, id, body);
        if (!body.atEnd()) {
            throw body.malformed("expected the end of section " + id + ", found " + body.remaining() + " more bytes");
        }
    }

    private ByteCursor nest(int length) {
        cursor.limits().check(Setting.COMPONENT_DEPTH, depth + 1L, () -> "the component");
        return cursor.nested(length);
    }

    private void readBody(int start, int id, ByteCursor body) {
        switch (id) {
            case 0 -> readCustom(body);
            case 1 -> readCoreModule(start, body);
            case 2 -> readAll("core instances", body, new InstanceReader(body)::readCoreInstance);
            case 3 -> readAll("core types", body, () -> new Declaration.CoreType(new CoreTypeReader(body).read()));
            case 4 -> readNested(start, body);
            case 5 -> readAll("instances", body, new InstanceReader(body)::readInstance);
            case 6 -> readAll("aliases", body, new AliasReader(body)::read);
            case 7 -> readAll("types", body, () -> new Declaration.Type(new TypeReader(body).read()));
            case 8 -> readAll("canonical definitions", body, () -> new Declaration.Canon(new CanonReader(body).read()));
            case 9 -> throw body.unsupported(start, "a start function (section 9)");
            case 10 -> readAll("imports", body, new ExternReader(body)::readImport);
            case 11 -> readAll("exports", body, new ExternReader(body)::readExport);
            case 12 -> throw body.unsupported(start, "values (section 12)");
            default -> throw body.unknown(start, "a section id from 0 to 12", id);
        }
    }

    private static void readCustom(ByteCursor body) {
        body.readName("the name of a custom section");
        body.slice(body.remaining());
    }

    private void readCoreModule(int start, ByteCursor body) {
        int offset = body.position();
        int length = body.remaining();
        body.slice(length);
        definitions.add(new Located(start, new Declaration.CoreModule(offset, length)));
    }

    private void readNested(int start, ByteCursor body) {
        Preamble.expectNested(body);
        ComponentSource nested = new ComponentReader(body, depth + 1).readSections();
        definitions.add(new Located(start, new Declaration.Component(nested)));
    }

    private void readAll(String items, ByteCursor body, Supplier<Declaration> reader) {
        definitions.addAll(body.readVector(items, () -> new Located(body.position(), reader.get())));
    }
}
