package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleType;
import dev.nacre.engine.core.ModuleLayout;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A core module as classes, ready to be instantiated many times. Immutable and safe for use by many threads. */
public final class CompiledModule {
    /** The module that the functions of the host belong to: it has no code. */
    static final CompiledModule HOST = new CompiledModule(
            new CoreModuleType(List.of(), List.of()),
            List.of(),
            List.of(),
            Map.of(),
            new BitSet(),
            ModuleLayout.EMPTY,
            List.of(),
            new Adapters(CompiledModule.class.getClassLoader(), GuestNames.FUNCTIONS_PER_CLASS),
            instance -> (function, arguments) -> instance.function(function).callFromGuest(instance, arguments));

    private final CoreModuleType type;
    private final List<CoreFunctionType> functionTypes;
    private final List<String> functionNames;
    private final Map<String, ExportIndex> exports;
    private final BitSet referable;
    private final ModuleLayout layout;
    private final List<String> slowFunctions;
    private final Adapters adapters;
    private final Function<CoreInstance, GuestCode> codeFactory;

    private CompiledModule(
            CoreModuleType type,
            List<CoreFunctionType> functionTypes,
            List<String> functionNames,
            Map<String, ExportIndex> exports,
            BitSet referable,
            ModuleLayout layout,
            List<String> slowFunctions,
            Adapters adapters,
            Function<CoreInstance, GuestCode> codeFactory) {
        this.type = type;
        this.functionTypes = functionTypes;
        this.functionNames = functionNames;
        this.exports = exports;
        this.referable = referable;
        this.layout = layout;
        this.slowFunctions = List.copyOf(slowFunctions);
        this.adapters = adapters;
        this.codeFactory = codeFactory;
    }

    static CompiledModule of(
            CoreModule facts,
            List<String> slowFunctions,
            Adapters adapters,
            Function<CoreInstance, GuestCode> codeFactory) {
        return new CompiledModule(
                facts.type(),
                facts.functionTypes(),
                facts.functionNames(),
                exports(facts),
                facts.referable(),
                facts.layout(),
                slowFunctions,
                adapters,
                codeFactory);
    }

    /** What kind of thing an export is. */
    enum Kind {
        FUNCTION,
        TABLE,
        MEMORY,
        GLOBAL,
        TAG;

        static Kind of(CoreExternType type) {
            if (type instanceof CoreExternType.Function) {
                return FUNCTION;
            }
            if (type instanceof CoreExternType.Table) {
                return TABLE;
            }
            if (type instanceof CoreExternType.Memory) {
                return MEMORY;
            }
            return type instanceof CoreExternType.Global ? GLOBAL : TAG;
        }
    }

    /** Where an export is found. */
    record ExportIndex(Kind kind, int index) {}

    /** Returns the imports and exports. */
    public CoreModuleType type() {
        return type;
    }

    /**
     * Returns the functions whose JVM method is too long for the JIT compiler (over 8,000 bytecodes), so that they run some
     * sixty times slower than others; index, name and size of each, for a warning.
     */
    public List<String> slowFunctions() {
        return slowFunctions;
    }

    /**
     * Makes an instance: checks the imports' types, makes memories, tables and globals, applies the active segments, runs the
     * module's start function (not an export named {@code _start}).
     *
     * @param imports one for each import of {@link #type}, in order
     * @throws EngineException with {@link ErrorCode#IMPORT_MISMATCH}, {@link ErrorCode#MEMORY_LIMIT},
     *     {@link ErrorCode#LIMIT}, {@link ErrorCode#TRAP} for a segment out of bounds, and all that the start function can
     *     end with
     */
    public CoreInstance instantiate(List<? extends CoreExtern> imports, InstanceContext context) {
        ImportedExterns matching = ImportedExterns.matching(type.imports(), imports);
        int outer = context.meter().enterCall();
        try {
            return started(new CoreInstance(this, matching, context));
        } finally {
            context.meter().exitCall(outer);
        }
    }

    private static CoreInstance started(CoreInstance instance) {
        try {
            Instantiation.complete(instance);
            return instance;
        } catch (Throwable failure) {
            instance.close();
            throw Boundary.translate(failure, instance);
        }
    }

    ModuleLayout layout() {
        return layout;
    }

    /**
     * Checks that a function can be called by index: if not, its code for that was left out.
     *
     * @throws EngineException with {@link ErrorCode#INTERNAL}, for no module that a reader found valid
     */
    void checkReferable(int function) {
        if (!referable.get(function)) {
            throw new EngineException(
                    ErrorCode.INTERNAL,
                    "function " + function + " is referred to, though its module says nowhere that it can be");
        }
    }

    List<CoreFunctionType> functionTypes() {
        return functionTypes;
    }

    List<String> functionNames() {
        return functionNames;
    }

    /** Returns the name of the loader that has the module's classes, by which stack traces tell modules apart. */
    String loaderName() {
        return adapters.loaderName();
    }

    Adapters adapters() {
        return adapters;
    }

    GuestCode newCode(CoreInstance instance) {
        return codeFactory.apply(instance);
    }

    ExportIndex export(String name) {
        ExportIndex export = exports.get(name);
        if (export == null) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_EXPORT, "core export '" + name + "' is not there; there are " + exports.keySet());
        }
        return export;
    }

    private static Map<String, ExportIndex> exports(CoreModule facts) {
        Map<String, ExportIndex> exports = new HashMap<>();
        List<CoreModuleType.Export> declared = facts.type().exports();
        for (int i = 0; i < declared.size(); i++) {
            Kind kind = Kind.of(declared.get(i).type());
            exports.put(
                    declared.get(i).name(),
                    new ExportIndex(kind, facts.exports().get(i)));
        }
        return exports;
    }
}
