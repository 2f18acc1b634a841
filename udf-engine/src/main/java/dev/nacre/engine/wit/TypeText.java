package dev.nacre.engine.wit;

import java.util.List;
import java.util.Optional;

/** Writes types where they are used: by name if they have one, else by structure. */
final class TypeText implements WitTypeVisitor<WitWriter> {
    private final WitWriter writer;
    private final TypeNames names;

    TypeText(WitWriter writer, TypeNames names) {
        this.writer = writer;
        this.names = names;
    }

    /** Writes a type by its name if it has one. */
    void write(WitType type) {
        if (writer.isFull()) {
            return;
        }
        Optional<TypeNames.Named> named = names.of(type);
        if (named.isPresent()) {
            writer.write(Keywords.escape(named.get().name()));
        } else {
            writeStructure(type);
        }
    }

    /** Writes a type by its structure, and the types in it by name. */
    void writeStructure(WitType type) {
        type.accept(this);
    }

    void write(FunctionType type, int skippedParameters) {
        writer.write(type.async() ? "async func" : "func");
        writeSignature(type, skippedParameters);
    }

    void writeSignature(FunctionType type, int skippedParameters) {
        writer.write("(");
        List<FunctionType.Parameter> parameters =
                type.parameters().subList(skippedParameters, type.parameters().size());
        for (int index = 0; index < parameters.size(); index++) {
            writer.write(index == 0 ? "" : ", ");
            writer.write(Keywords.escape(parameters.get(index).name())).write(": ");
            write(parameters.get(index).type());
        }
        writer.write(")");
        type.result().ifPresent(result -> {
            writer.write(" -> ");
            write(result);
        });
    }

    private WitWriter wrap(String keyword, List<WitType> types) {
        writer.write(keyword).write("<");
        for (int index = 0; index < types.size(); index++) {
            writer.write(index == 0 ? "" : ", ");
            write(types.get(index));
        }
        return writer.write(">");
    }

    private WitWriter wrapOptional(String keyword, Optional<WitType> type) {
        return type.isEmpty() ? writer.write(keyword) : wrap(keyword, List.of(type.get()));
    }

    @Override
    public WitWriter visitPrimitive(PrimitiveType type) {
        return writer.write(type.keyword());
    }

    @Override
    public WitWriter visitList(ListType type) {
        return wrap("list", List.of(type.element()));
    }

    @Override
    public WitWriter visitTuple(TupleType type) {
        return wrap("tuple", type.elements());
    }

    @Override
    public WitWriter visitOption(OptionType type) {
        return wrap("option", List.of(type.element()));
    }

    @Override
    public WitWriter visitResult(ResultType type) {
        if (type.error().isEmpty()) {
            return wrapOptional("result", type.ok());
        }
        writer.write("result<");
        type.ok().ifPresentOrElse(this::write, () -> writer.write("_"));
        writer.write(", ");
        write(type.error().get());
        return writer.write(">");
    }

    @Override
    public WitWriter visitMap(MapType type) {
        return wrap("map", List.of(type.key(), type.value()));
    }

    @Override
    public WitWriter visitOwn(OwnType type) {
        return writer.write(resourceName(type.resource()));
    }

    @Override
    public WitWriter visitBorrow(BorrowType type) {
        return writer.write("borrow<" + resourceName(type.resource()) + ">");
    }

    private String resourceName(ResourceType type) {
        return Keywords.escape(names.of(type).map(TypeNames.Named::name).orElse(type.toString()));
    }

    @Override
    public WitWriter visitStream(StreamType type) {
        return wrapOptional("stream", type.element());
    }

    @Override
    public WitWriter visitFuture(FutureType type) {
        return wrapOptional("future", type.element());
    }

    // The following need a name in WIT. Validation sees to it in a component; a type by itself is written on one line.

    @Override
    public WitWriter visitRecord(RecordType type) {
        return writer.write("record { ")
                .write(String.join(
                        ", ", type.fields().stream().map(RecordType.Field::name).toList()))
                .write(" }");
    }

    @Override
    public WitWriter visitVariant(VariantType type) {
        return writer.write("variant { ")
                .write(String.join(
                        ", ", type.cases().stream().map(VariantType.Case::name).toList()))
                .write(" }");
    }

    @Override
    public WitWriter visitEnum(EnumType type) {
        return writer.write(type.toString());
    }

    @Override
    public WitWriter visitFlags(FlagsType type) {
        return writer.write(type.toString());
    }
}
