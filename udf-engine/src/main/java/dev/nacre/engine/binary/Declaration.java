package dev.nacre.engine.binary;

import java.util.List;
import java.util.Optional;

/**
 * What can stand in a component, in a component type or in an instance type.
 *
 * <p>All indices are unsigned 32-bit numbers as found.
 */
public sealed interface Declaration {
    /** Calls the visitor's method for this kind of declaration. */
    void accept(DeclarationVisitor visitor);

    /** A core module: {@code length} bytes of the component from {@code offset} on. */
    record CoreModule(int offset, int length) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitCoreModule(this);
        }
    }

    /** A core instance of a core module. */
    record CoreInstantiate(int module, List<CoreItem> arguments) implements Declaration {
        public CoreInstantiate {
            arguments = List.copyOf(arguments);
        }

        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitCoreInstantiate(this);
        }
    }

    /** A core instance made of existing items. */
    record CoreBundle(List<CoreItem> exports) implements Declaration {
        public CoreBundle {
            exports = List.copyOf(exports);
        }

        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitCoreBundle(this);
        }
    }

    /** A core type. */
    record CoreType(CoreTypeSource type) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitCoreType(this);
        }
    }

    /** A nested component. */
    record Component(ComponentSource component) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitComponent(this);
        }
    }

    /** An instance of a component. */
    record Instantiate(int component, List<CoreItem> arguments) implements Declaration {
        public Instantiate {
            arguments = List.copyOf(arguments);
        }

        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitInstantiate(this);
        }
    }

    /** An instance made of existing items. */
    record Bundle(List<Item> exports) implements Declaration {
        public Bundle {
            exports = List.copyOf(exports);
        }

        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitBundle(this);
        }
    }

    /** An export of an instance. */
    record AliasExport(Sort sort, int instance, String name) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitAliasExport(this);
        }
    }

    /** An export of a core instance. */
    record AliasCoreExport(Sort sort, int instance, String name) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitAliasCoreExport(this);
        }
    }

    /** An item of an enclosing scope; scope 0 is the one that this declaration stands in. */
    record AliasOuter(Sort sort, int count, int index) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitAliasOuter(this);
        }
    }

    /** A type. */
    record Type(TypeSource type) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitType(this);
        }
    }

    /** A canonical definition. */
    record Canon(CanonSource canon) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitCanon(this);
        }
    }

    /** An import. */
    record Import(ExternName name, ExternSource type) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitImport(this);
        }
    }

    /** An export of a component; a type given to it replaces the item's own. */
    record Export(ExternName name, Sort sort, int index, Optional<ExternSource> type) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitExport(this);
        }
    }

    /** An export in a component type or an instance type. */
    record ExportType(ExternName name, ExternSource type) implements Declaration {
        @Override
        public void accept(DeclarationVisitor visitor) {
            visitor.visitExportType(this);
        }
    }

    /** An existing item under a name that follows no grammar. */
    record CoreItem(String name, Sort sort, int index) {}

    /** An existing item under the name of an export. */
    record Item(ExternName name, Sort sort, int index) {}
}
