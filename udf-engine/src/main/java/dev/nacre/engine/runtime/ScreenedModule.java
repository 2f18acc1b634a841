package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.BodyMeasures;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleReader;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A core module that was found well formed and within its limits, with the code that a cache has for it. Holds the module's
 * bytes: not for keeping. Immutable.
 *
 * <p>Where there is code, nobody looks at the bodies of the module's functions, so they are not read either: the entry says
 * what was found of them when the code was made.
 */
public final class ScreenedModule {
    private final byte[] bytes;
    private final int offset;
    private final int length;
    private final Limits limits;
    private final CoreModule facts;
    private final Optional<CompiledCode> code;
    private final Consumer<CompiledCode> keep;

    private ScreenedModule(
            byte[] bytes,
            int offset,
            int length,
            Limits limits,
            CoreModule facts,
            Optional<CompiledCode> code,
            Consumer<CompiledCode> keep) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        this.limits = limits;
        this.facts = facts;
        this.code = code;
        this.keep = keep;
    }

    /** Screens a core module without a cache. */
    public static ScreenedModule read(byte[] bytes, int offset, int length, Limits limits) {
        return read(bytes, offset, length, limits, CodeStore.NONE, CompileDeadline.NONE);
    }

    /**
     * Screens a core module.
     *
     * @param bytes hold the module
     * @param offset where it starts
     * @param length how long it is
     * @param store where code is found that was compiled before, and where it is kept
     * @param deadline checked between two sections and two bodies
     * @throws EngineException as {@link CoreModuleReader#read} does, and as {@link CompileDeadline#check}
     */
    public static ScreenedModule read(
            byte[] bytes, int offset, int length, Limits limits, CodeStore store, CompileDeadline deadline) {
        if (!store.isOn()) {
            CoreModule facts = CoreModuleReader.read(bytes, offset, length, limits, deadline::check);
            return new ScreenedModule(bytes, offset, length, limits, facts, Optional.empty(), code -> {});
        }
        String key = CodeKey.of(bytes, offset, length);
        Optional<CompiledCode> code = store.find(key);
        Optional<BodyMeasures> bodies = code.map(CompiledCode::bodies).filter(measures -> measures.fit(limits));
        CoreModule facts = bodies.isPresent()
                ? CoreModuleReader.read(bytes, offset, length, limits, bodies.get())
                : CoreModuleReader.read(bytes, offset, length, limits, deadline::check);
        return new ScreenedModule(bytes, offset, length, limits, facts, code, made -> store.keep(key, made));
    }

    /** Returns what the screening learned. */
    public CoreModule facts() {
        return facts;
    }

    /** Returns code that was compiled before and may be defined. */
    Optional<CompiledCode> code() {
        return code;
    }

    /** Returns this module without code, its bodies read: whoever compiles them needs to know them well formed. */
    ScreenedModule withoutCode() {
        CoreModule read = code.isPresent() ? CoreModuleReader.read(bytes, offset, length, limits) : facts;
        return new ScreenedModule(bytes, offset, length, limits, read, Optional.empty(), keep);
    }

    /** Returns the bytes as Chicory accepts them. */
    byte[] acceptableBytes() {
        return ImportNames.acceptable(bytes, offset, length, facts);
    }

    /** Keeps the module's code for later loads, if there is a cache. */
    void keep(CompiledCode made) {
        keep.accept(made);
    }
}
