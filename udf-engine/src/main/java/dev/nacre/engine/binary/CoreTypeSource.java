package dev.nacre.engine.binary;

import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import java.util.List;

/** A core type as written. */
public sealed interface CoreTypeSource {
    /** A function type. */
    record Function(CoreFunctionType type) implements CoreTypeSource {}

    /** A module type. */
    record Module(List<Part> parts) implements CoreTypeSource {
        public Module {
            parts = List.copyOf(parts);
        }
    }

    /** What can stand in a module type. */
    sealed interface Part {}

    /** A type of the module type's own index space. */
    record TypePart(CoreTypeSource type) implements Part {}

    /** A core type of an enclosing scope. */
    record OuterPart(int count, int index) implements Part {}

    /** An import. */
    record ImportPart(String module, String name, Extern type) implements Part {}

    /** An export. */
    record ExportPart(String name, Extern type) implements Part {}

    /** The type of an import or export of a module type. */
    sealed interface Extern {}

    /** A function with a type of the module type's index space. */
    record FunctionExtern(int type) implements Extern {}

    /** A tag with a type of the module type's index space. */
    record TagExtern(int type) implements Extern {}

    /** Everything that names no type. */
    record PlainExtern(CoreExternType type) implements Extern {}
}
