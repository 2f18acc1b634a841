package dev.nacre.engine.validate;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.binary.TypeUse;
import dev.nacre.engine.binary.ValueSource;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FixedListType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FutureType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Value types: Binary.md, "Type Definitions". */
final class ValueTypes {
    private static final int MAXIMUM_PARTS = 10_000;
    private static final int MAXIMUM_FLAGS = 32;
    private static final Set<PrimitiveType> NOT_KEYS = EnumSet.of(PrimitiveType.F32, PrimitiveType.F64);

    private final Scope scope;
    private final ValidationContext context;

    ValueTypes(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
    }

    WitType resolve(TypeUse use) {
        return use instanceof TypeUse.Primitive primitive
                ? primitive.type()
                : scope.valueType(((TypeUse.Index) use).index());
    }

    private Optional<WitType> resolve(Optional<TypeUse> use) {
        return use.map(this::resolve);
    }

    /** Makes the type that a definition stands for, a new object unless it is primitive. */
    WitType resolve(ValueSource source) {
        WitType type = build(source);
        context.types().requireBounded(type);
        return type;
    }

    private WitType build(ValueSource source) {
        if (source instanceof ValueSource.Primitive primitive) {
            return primitive.type();
        }
        if (source instanceof ValueSource.Record fields) {
            return record(fields.fields());
        }
        if (source instanceof ValueSource.Variant variant) {
            return variant(variant.cases());
        }
        if (source instanceof ValueSource.Tuple tuple) {
            requireParts("elements", tuple.elements().size());
            return new TupleType(tuple.elements().stream().map(this::resolve).toList());
        }
        if (source instanceof ValueSource.Flags flags) {
            return flags(flags.names());
        }
        if (source instanceof ValueSource.Enumeration names) {
            checkLabels("names", names.names());
            requireParts("names", names.names().size());
            return new EnumType(names.names());
        }
        return buildAround(source);
    }

    private WitType buildAround(ValueSource source) {
        if (source instanceof ValueSource.ListOf list) {
            return new ListType(resolve(list.element()));
        }
        if (source instanceof ValueSource.FixedListOf list) {
            return fixedList(resolve(list.element()), Integer.toUnsignedLong(list.length()));
        }
        if (source instanceof ValueSource.OptionOf option) {
            return new OptionType(resolve(option.element()));
        }
        if (source instanceof ValueSource.Result result) {
            return new ResultType(resolve(result.ok()), resolve(result.error()));
        }
        if (source instanceof ValueSource.Own own) {
            return new OwnType(scope.resource(own.resource()));
        }
        if (source instanceof ValueSource.Borrow borrow) {
            return new BorrowType(scope.resource(borrow.resource()));
        }
        if (source instanceof ValueSource.MapOf map) {
            return new MapType(key(resolve(map.key())), resolve(map.value()));
        }
        if (source instanceof ValueSource.Stream stream) {
            return new StreamType(streamElement(resolve(stream.element())));
        }
        return new FutureType(element(resolve(((ValueSource.Future) source).element())));
    }

    private WitType fixedList(WitType element, long length) {
        if (length == 0) {
            throw context.invalid("expected a list of at least one element, found a fixed length of 0");
        }
        context.gate("lists of fixed length");
        return new FixedListType(element, length);
    }

    private WitType record(List<ValueSource.Field> fields) {
        checkLabels("fields", fields.stream().map(ValueSource.Field::name).toList());
        requireParts("fields", fields.size());
        return new RecordType(fields.stream()
                .map(field -> new RecordType.Field(field.name(), resolve(field.type())))
                .toList());
    }

    private WitType variant(List<ValueSource.Case> cases) {
        checkLabels("cases", cases.stream().map(ValueSource.Case::name).toList());
        requireParts("cases", cases.size());
        return new VariantType(cases.stream()
                .map(item -> new VariantType.Case(item.name(), resolve(item.payload())))
                .toList());
    }

    private WitType flags(List<String> names) {
        checkLabels("flags", names);
        requireParts("flags", names.size());
        if (names.size() > MAXIMUM_FLAGS) {
            throw context.invalid("expected at most " + MAXIMUM_FLAGS + " flags, found " + names.size());
        }
        return new FlagsType(names);
    }

    private WitType key(WitType type) {
        if (!(type instanceof PrimitiveType primitive) || NOT_KEYS.contains(primitive)) {
            throw context.invalid(
                    "expected a map key that is an integer, bool, char or string, found " + Text.type(type));
        }
        return type;
    }

    private Optional<WitType> streamElement(Optional<WitType> type) {
        if (type.equals(Optional.of(PrimitiveType.CHAR))) {
            throw context.invalid("expected a stream of another type, found stream<char>");
        }
        return element(type);
    }

    private Optional<WitType> element(Optional<WitType> type) {
        if (type.isPresent() && context.types().of(type.get()).hasBorrow()) {
            throw context.invalid("expected an element without borrowed handles, found " + Text.type(type.get()));
        }
        return type;
    }

    private void requireParts(String parts, int count) {
        if (count == 0) {
            throw context.invalid("expected at least one of the " + parts + " of a type, found none");
        }
        if (count > MAXIMUM_PARTS) {
            throw tooMany(parts, count);
        }
    }

    private static EngineException tooMany(String parts, int count) {
        return new EngineException(
                ErrorCode.CAP_EXCEEDED,
                "a type has " + count + " " + parts + ", at most " + MAXIMUM_PARTS + " allowed");
    }

    /** Checks the labels of one scope. */
    void checkLabels(String parts, List<String> labels) {
        if (labels.size() > MAXIMUM_PARTS) {
            throw tooMany(parts, labels.size());
        }
        Map<String, String> seen = new HashMap<>();
        for (String label : labels) {
            if (!Names.isLabel(label)) {
                throw context.invalid("expected a label in kebab case, found " + Text.quoted(label));
            }
            String before = seen.putIfAbsent(Names.canonical(label), label);
            if (before != null) {
                throw context.invalid(
                        "label " + Text.quoted(label) + " conflicts with the earlier label " + Text.quoted(before));
            }
        }
    }
}
