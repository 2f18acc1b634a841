package dev.nacre.engine.wit;

import java.util.List;
import java.util.function.Consumer;

/** Writes the declaration of a named value type. */
final class TypeDeclaration {
    private final WitWriter writer;
    private final TypeText types;

    TypeDeclaration(WitWriter writer, TypeText types) {
        this.writer = writer;
        this.types = types;
    }

    void write(String name, WitType type) {
        String escaped = Keywords.escape(name);
        if (type instanceof RecordType fields) {
            block("record " + escaped, fields.fields(), this::writeField);
        } else if (type instanceof VariantType variant) {
            block("variant " + escaped, variant.cases(), this::writeCase);
        } else if (type instanceof EnumType names) {
            block("enum " + escaped, names.names(), item -> writer.write(Keywords.escape(item)));
        } else if (type instanceof FlagsType flags) {
            block("flags " + escaped, flags.names(), item -> writer.write(Keywords.escape(item)));
        } else {
            writer.write("type " + escaped + " = ");
            types.writeStructure(type);
            writer.line(";");
        }
    }

    private <T> void block(String head, List<T> items, Consumer<T> printer) {
        writer.write(head).open();
        for (T item : items) {
            printer.accept(item);
            writer.line(",");
        }
        writer.close();
    }

    private void writeField(RecordType.Field field) {
        writer.write(Keywords.escape(field.name())).write(": ");
        types.write(field.type());
    }

    private void writeCase(VariantType.Case item) {
        writer.write(Keywords.escape(item.name()));
        item.payload().ifPresent(payload -> {
            writer.write("(");
            types.write(payload);
            writer.write(")");
        });
    }
}
