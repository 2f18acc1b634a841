package dev.nacre.engine.wit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes apart each kind of type. */
final class ShapeVisitor implements WitTypeVisitor<Shape> {
    static final ShapeVisitor INSTANCE = new ShapeVisitor();

    private ShapeVisitor() {}

    @Override
    public Shape visitPrimitive(PrimitiveType type) {
        return new Shape(List.of(type), List.of(), children -> type);
    }

    @Override
    public Shape visitList(ListType type) {
        return single("list", type.element(), ListType::new);
    }

    @Override
    public Shape visitFixedList(FixedListType type) {
        return new Shape(
                List.of("list", type.length()),
                List.of(type.element()),
                children -> new FixedListType(children.get(0), type.length()));
    }

    @Override
    public Shape visitOption(OptionType type) {
        return single("option", type.element(), OptionType::new);
    }

    private static Shape single(String kind, WitType child, Function<WitType, WitType> rebuild) {
        return new Shape(List.of(kind), List.of(child), children -> rebuild.apply(children.get(0)));
    }

    @Override
    public Shape visitRecord(RecordType type) {
        List<String> names = type.fields().stream().map(RecordType.Field::name).toList();
        List<WitType> types = type.fields().stream().map(RecordType.Field::type).toList();
        return new Shape(List.of("record", names), types, children -> record(names, children));
    }

    private static RecordType record(List<String> names, List<WitType> types) {
        List<RecordType.Field> fields = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            fields.add(new RecordType.Field(names.get(index), types.get(index)));
        }
        return new RecordType(fields);
    }

    @Override
    public Shape visitTuple(TupleType type) {
        return new Shape(List.of("tuple", type.elements().size()), type.elements(), TupleType::new);
    }

    @Override
    public Shape visitVariant(VariantType type) {
        List<WitType> payloads =
                type.cases().stream().flatMap(item -> item.payload().stream()).toList();
        List<String> names = type.cases().stream().map(VariantType.Case::name).toList();
        List<Boolean> present =
                type.cases().stream().map(item -> item.payload().isPresent()).toList();
        return new Shape(List.of("variant", names, present), payloads, children -> variant(type, children));
    }

    private static VariantType variant(VariantType type, List<WitType> payloads) {
        List<VariantType.Case> cases = new ArrayList<>();
        int next = 0;
        for (VariantType.Case item : type.cases()) {
            boolean present = item.payload().isPresent();
            Optional<WitType> payload = present ? Optional.of(payloads.get(next++)) : Optional.empty();
            cases.add(new VariantType.Case(item.name(), payload));
        }
        return new VariantType(cases);
    }

    @Override
    public Shape visitEnum(EnumType type) {
        return new Shape(List.of("enum", type.names()), List.of(), children -> new EnumType(type.names()));
    }

    @Override
    public Shape visitFlags(FlagsType type) {
        return new Shape(List.of("flags", type.names()), List.of(), children -> new FlagsType(type.names()));
    }

    @Override
    public Shape visitResult(ResultType type) {
        List<WitType> present = new ArrayList<>();
        type.ok().ifPresent(present::add);
        type.error().ifPresent(present::add);
        return new Shape(
                List.of("result", type.ok().isPresent(), type.error().isPresent()),
                present,
                children -> result(type, children));
    }

    private static ResultType result(ResultType type, List<WitType> children) {
        return new ResultType(
                type.ok().map(ok -> children.get(0)), type.error().map(error -> children.get(children.size() - 1)));
    }

    @Override
    public Shape visitMap(MapType type) {
        return new Shape(
                List.of("map"),
                List.of(type.key(), type.value()),
                children -> new MapType(children.get(0), children.get(1)));
    }

    @Override
    public Shape visitOwn(OwnType type) {
        return new Shape(List.of("own", type.resource()), List.of(), children -> new OwnType(type.resource()));
    }

    @Override
    public Shape visitBorrow(BorrowType type) {
        return new Shape(List.of("borrow", type.resource()), List.of(), children -> new BorrowType(type.resource()));
    }

    @Override
    public Shape visitStream(StreamType type) {
        return optional("stream", type.element(), StreamType::new);
    }

    @Override
    public Shape visitFuture(FutureType type) {
        return optional("future", type.element(), FutureType::new);
    }

    private static Shape optional(
            String kind, Optional<WitType> element, Function<Optional<WitType>, WitType> rebuild) {
        List<WitType> present = element.map(List::of).orElse(List.of());
        return new Shape(
                List.of(kind, present.size()),
                present,
                children -> rebuild.apply(children.stream().findFirst()));
    }
}
