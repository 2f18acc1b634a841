package dev.nacre.engine.validate;

import dev.nacre.engine.binary.BuiltIn;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.ResourceType;
import java.util.List;
import java.util.OptionalInt;

/** One definition of a component. Appends exactly one item to the index space of its sort. */
public sealed interface Definition {
    /** Returns the index space that this definition appends to. */
    Sort sort();

    /** Calls the visitor's method for this kind of definition. */
    <R> R accept(DefinitionVisitor<R> visitor);

    /** An import of the component. */
    record Import(String name, Sort sort, ExternType type) implements Definition {
        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitImport(this);
        }
    }

    /**
     * A core module: {@code length} bytes of the component from {@code offset} on.
     *
     * @param module what was learned of it
     */
    record CoreModuleDefinition(CoreModule module, int offset, int length) implements Definition {
        @Override
        public Sort sort() {
            return Sort.CORE_MODULE;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitCoreModule(this);
        }
    }

    /** A core instance of core module {@code module}; an argument provides all imports from the module of its name. */
    record CoreInstantiate(int module, List<CoreArgument> arguments) implements Definition {
        public CoreInstantiate {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Sort sort() {
            return Sort.CORE_INSTANCE;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitCoreInstantiate(this);
        }
    }

    /** A core instance made of items that exist already. */
    record CoreInstanceFromExports(List<NamedItem> exports) implements Definition {
        public CoreInstanceFromExports {
            exports = List.copyOf(exports);
        }

        @Override
        public Sort sort() {
            return Sort.CORE_INSTANCE;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitCoreInstanceFromExports(this);
        }
    }

    /** The export {@code name} of instance {@code instance}. */
    record AliasExport(Sort sort, int instance, String name) implements Definition {
        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitAliasExport(this);
        }
    }

    /** The export {@code name} of core instance {@code instance}. */
    record AliasCoreExport(Sort sort, int instance, String name) implements Definition {
        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitAliasCoreExport(this);
        }
    }

    /** Item {@code index} of the component {@code count} levels out; 0 is this component. Never a resource type beyond 0. */
    record AliasOuter(Sort sort, int count, int index) implements Definition {
        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitAliasOuter(this);
        }
    }

    /** A nested component. */
    record NestedComponent(TypedComponent component) implements Definition {
        @Override
        public Sort sort() {
            return Sort.COMPONENT;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitNestedComponent(this);
        }
    }

    /**
     * An instance of component {@code component}.
     *
     * @param arguments by name of import; may have more than the component imports
     * @param type of the instance, in the resource types of the component that has this definition
     */
    record Instantiate(int component, List<NamedItem> arguments, InstanceType type) implements Definition {
        public Instantiate {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Sort sort() {
            return Sort.INSTANCE;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitInstantiate(this);
        }
    }

    /** An instance made of items that exist already. */
    record InstanceFromExports(List<NamedItem> exports, InstanceType type) implements Definition {
        public InstanceFromExports {
            exports = List.copyOf(exports);
        }

        @Override
        public Sort sort() {
            return Sort.INSTANCE;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitInstanceFromExports(this);
        }
    }

    /** A component function of type {@code type} made of core function {@code coreFunction}. */
    record CanonLift(int coreFunction, FunctionType type, CanonOptions options) implements Definition {
        @Override
        public Sort sort() {
            return Sort.FUNCTION;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitCanonLift(this);
        }
    }

    /**
     * A core function made of function {@code function} of type {@code type}.
     *
     * @param coreType of the core function
     */
    record CanonLower(int function, FunctionType type, CoreFunctionType coreType, CanonOptions options)
            implements Definition {
        @Override
        public Sort sort() {
            return Sort.CORE_FUNCTION;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitCanonLower(this);
        }
    }

    /**
     * A resource type of the component's own.
     *
     * @param destructor core function that takes the representation of a dropped resource
     */
    record ResourceDefinition(ResourceType type, OptionalInt destructor) implements Definition {
        @Override
        public Sort sort() {
            return Sort.TYPE;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitResource(this);
        }
    }

    /** A core function that makes a handle of a representation. */
    record ResourceNew(ResourceType type) implements Definition {
        @Override
        public Sort sort() {
            return Sort.CORE_FUNCTION;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitResourceNew(this);
        }
    }

    /** A core function that drops a handle. */
    record ResourceDrop(ResourceType type) implements Definition {
        @Override
        public Sort sort() {
            return Sort.CORE_FUNCTION;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitResourceDrop(this);
        }
    }

    /** A core function that gives the representation behind a handle. */
    record ResourceRep(ResourceType type) implements Definition {
        @Override
        public Sort sort() {
            return Sort.CORE_FUNCTION;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitResourceRep(this);
        }
    }

    /**
     * A core function of the asynchronous part of the model that runs without asynchrony.
     *
     * @param builtIn {@code context.get}, {@code context.set}, {@code backpressure.inc} or {@code backpressure.dec}
     * @param slot 0 or 1 for a context, else 0
     */
    record TaskBuiltIn(BuiltIn builtIn, int slot, CoreFunctionType type) implements Definition {
        @Override
        public Sort sort() {
            return Sort.CORE_FUNCTION;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitTaskBuiltIn(this);
        }
    }

    /**
     * A core function of the asynchronous part of the model, which is validated but cannot run.
     *
     * @param name as in the text format, for example {@code waitable-set.new}
     */
    record UnsupportedBuiltIn(String name, CoreFunctionType type) implements Definition {
        @Override
        public Sort sort() {
            return Sort.CORE_FUNCTION;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitUnsupportedBuiltIn(this);
        }
    }

    /** A type that is not a new resource. */
    record TypeDefinition(ExternType type) implements Definition {
        @Override
        public Sort sort() {
            return Sort.TYPE;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitType(this);
        }
    }

    /** A core type: nothing at run time. */
    record CoreTypeDefinition() implements Definition {
        @Override
        public Sort sort() {
            return Sort.CORE_TYPE;
        }

        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitCoreType(this);
        }
    }

    /**
     * An export, which appends item {@code index} of {@code sort} once more.
     *
     * @param type as the world outside sees it
     */
    record Export(String name, Sort sort, int index, ExternType type) implements Definition {
        @Override
        public <R> R accept(DefinitionVisitor<R> visitor) {
            return visitor.visitExport(this);
        }
    }

    /** A core instance that provides a core module's imports under one module name. */
    record CoreArgument(String name, int instance) {}

    /** An existing item under a name. */
    record NamedItem(String name, Sort sort, int index) {}
}
