package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreModuleType.Import;
import java.util.List;

/**
 * What a core instance imports, in order, each of the type that the module asks for.
 *
 * <p>The rules are those of import matching in the core specification, section "Import Matching".
 */
record ImportedExterns(List<CoreExtern> externs) {
    ImportedExterns {
        externs = List.copyOf(externs);
    }

    /**
     * Checks what is given against what is asked for.
     *
     * @throws EngineException with {@link ErrorCode#IMPORT_MISMATCH}
     */
    static ImportedExterns matching(List<Import> imports, List<? extends CoreExtern> given) {
        if (imports.size() != given.size()) {
            throw new EngineException(
                    ErrorCode.IMPORT_MISMATCH, "expected " + imports.size() + " imports, found " + given.size());
        }
        for (int i = 0; i < given.size(); i++) {
            check(imports.get(i), given.get(i));
        }
        return new ImportedExterns(List.copyOf(given));
    }

    /** Returns the imports of one kind, in order. */
    <T extends CoreExtern> List<T> of(Class<T> kind) {
        return externs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void check(Import wanted, CoreExtern given) {
        if (!matches(wanted.type(), given)) {
            throw new EngineException(
                    ErrorCode.IMPORT_MISMATCH,
                    "core import '" + wanted.module() + "' '" + wanted.name() + "': expected " + wanted.type()
                            + ", found " + describe(given));
        }
    }

    private static boolean matches(CoreExternType wanted, CoreExtern given) {
        if (wanted instanceof CoreExternType.Function type) {
            return given instanceof CoreFunction function && function.type().equals(type.type());
        }
        if (wanted instanceof CoreExternType.Table type) {
            return given instanceof CoreTable table
                    && table.element() == type.element()
                    && within(type.limits(), table.size(), table.limits());
        }
        if (wanted instanceof CoreExternType.Memory type) {
            return given instanceof LinearMemory memory
                    && !type.shared()
                    && !type.is64()
                    && within(type.limits(), memory.pages(), memory.limits());
        }
        if (wanted instanceof CoreExternType.Global type) {
            return given instanceof CoreGlobal global
                    && global.type() == type.type()
                    && global.isMutable() == type.mutable();
        }
        CoreExternType.Tag type = (CoreExternType.Tag) wanted;
        return given instanceof CoreTag tag && tag.type().equals(type.type());
    }

    private static boolean within(CoreLimits wanted, long size, CoreLimits given) {
        boolean bounded = wanted.maximum().isEmpty()
                || (given.maximum().isPresent()
                        && given.maximum().getAsLong() <= wanted.maximum().getAsLong());
        return size >= wanted.minimum() && bounded;
    }

    private static CoreExternType describe(CoreExtern given) {
        if (given instanceof CoreFunction function) {
            return new CoreExternType.Function(function.type());
        }
        if (given instanceof CoreTable table) {
            return new CoreExternType.Table(table.element(), now(table.size(), table.limits()));
        }
        if (given instanceof LinearMemory memory) {
            return new CoreExternType.Memory(now(memory.pages(), memory.limits()), false, false);
        }
        if (given instanceof CoreGlobal global) {
            return new CoreExternType.Global(global.type(), global.isMutable());
        }
        return new CoreExternType.Tag(((CoreTag) given).type());
    }

    private static CoreLimits now(long size, CoreLimits declared) {
        return new CoreLimits(size, declared.maximum());
    }
}
