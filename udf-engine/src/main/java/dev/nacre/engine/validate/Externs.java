package dev.nacre.engine.validate;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.wit.ExternType;

/** What the alternatives of extern types are called and where they are kept. */
final class Externs {
    private Externs() {}

    static String noun(ExternType type) {
        if (type instanceof ExternType.Value) {
            return "value type";
        }
        if (type instanceof ExternType.Resource) {
            return "resource type";
        }
        if (type instanceof ExternType.Alias alias) {
            return noun(alias.type()) + " type";
        }
        return sort(type).noun();
    }

    static Sort sort(ExternType type) {
        if (type instanceof ExternType.Function) {
            return Sort.FUNCTION;
        }
        if (type instanceof ExternType.Instance) {
            return Sort.INSTANCE;
        }
        if (type instanceof ExternType.Component) {
            return Sort.COMPONENT;
        }
        if (type instanceof ExternType.Module) {
            return Sort.CORE_MODULE;
        }
        return Sort.TYPE;
    }

    static Sort sort(CoreExternType type) {
        if (type instanceof CoreExternType.Function) {
            return Sort.CORE_FUNCTION;
        }
        if (type instanceof CoreExternType.Table) {
            return Sort.CORE_TABLE;
        }
        if (type instanceof CoreExternType.Memory) {
            return Sort.CORE_MEMORY;
        }
        if (type instanceof CoreExternType.Global) {
            return Sort.CORE_GLOBAL;
        }
        return Sort.CORE_TAG;
    }
}
