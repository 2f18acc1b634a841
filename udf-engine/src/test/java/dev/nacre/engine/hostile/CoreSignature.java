package dev.nacre.engine.hostile;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The core types of component functions, worked out apart from the engine: CanonicalABI.md, "Flattening". */
final class CoreSignature {
    private static final List<CoreValueType> POINTER = List.of(CoreValueType.I32);

    private CoreSignature() {}

    static CoreFunctionType lifted(FunctionType type) {
        List<CoreValueType> results = results(type);
        return new CoreFunctionType(parameters(type), results.size() > 1 ? POINTER : results);
    }

    static CoreFunctionType lowered(FunctionType type) {
        List<CoreValueType> results = results(type);
        List<CoreValueType> parameters = new ArrayList<>(parameters(type));
        if (results.size() > 1) {
            parameters.addAll(POINTER);
        }
        return new CoreFunctionType(parameters, results.size() > 1 ? List.of() : results);
    }

    private static List<CoreValueType> parameters(FunctionType type) {
        List<CoreValueType> flat = type.parameters().stream()
                .flatMap(parameter -> flat(parameter.type()).stream())
                .toList();
        return flat.size() > 16 ? POINTER : flat;
    }

    private static List<CoreValueType> results(FunctionType type) {
        return type.result().map(CoreSignature::flat).orElse(List.of());
    }

    static List<CoreValueType> flat(WitType type) {
        if (type instanceof PrimitiveType primitive) {
            return flatPrimitive(primitive);
        }
        if (type instanceof ListType || type instanceof MapType) {
            return List.of(CoreValueType.I32, CoreValueType.I32);
        }
        if (type instanceof RecordType record) {
            return concat(record.fields().stream().map(RecordType.Field::type));
        }
        if (type instanceof TupleType tuple) {
            return concat(tuple.elements().stream());
        }
        if (type instanceof VariantType variant) {
            return joined(variant.cases().stream().map(VariantType.Case::payload));
        }
        if (type instanceof OptionType option) {
            return joined(Stream.of(Optional.of(option.element())));
        }
        if (type instanceof ResultType result) {
            return joined(Stream.of(result.ok(), result.error()));
        }
        return POINTER;
    }

    private static List<CoreValueType> flatPrimitive(PrimitiveType type) {
        return switch (type) {
            case S64, U64 -> List.of(CoreValueType.I64);
            case F32 -> List.of(CoreValueType.F32);
            case F64 -> List.of(CoreValueType.F64);
            case STRING -> List.of(CoreValueType.I32, CoreValueType.I32);
            default -> POINTER;
        };
    }

    private static List<CoreValueType> concat(Stream<WitType> types) {
        return types.flatMap(type -> flat(type).stream()).toList();
    }

    private static List<CoreValueType> joined(Stream<Optional<WitType>> payloads) {
        List<CoreValueType> all = new ArrayList<>(POINTER);
        payloads.flatMap(Optional::stream).map(CoreSignature::flat).forEach(payload -> {
            for (int i = 0; i < payload.size(); i++) {
                if (i + 1 == all.size()) {
                    all.add(payload.get(i));
                } else {
                    all.set(i + 1, join(all.get(i + 1), payload.get(i)));
                }
            }
        });
        return all;
    }

    private static CoreValueType join(CoreValueType one, CoreValueType other) {
        if (one == other) {
            return one;
        }
        boolean narrow = one != CoreValueType.I64
                && one != CoreValueType.F64
                && other != CoreValueType.I64
                && other != CoreValueType.F64;
        return narrow ? CoreValueType.I32 : CoreValueType.I64;
    }
}
