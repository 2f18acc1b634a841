package dev.nacre.engine.testing;

import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the types of vectors. Fields are named {@code f0}, cases {@code c0}, names of enums and flags {@code l0}. */
public final class VectorTypes {
    private static final ResourceType RESOURCE = new ResourceType("resource");

    private VectorTypes() {}

    public static FunctionType function(Expression parameters, Expression result) {
        List<Expression> types = parameters.parts().isEmpty()
                ? List.of()
                : parameters.parts().subList(1, parameters.parts().size());
        return new FunctionType(
                IntStream.range(0, types.size())
                        .mapToObj(i -> new FunctionType.Parameter("p" + i, type(types.get(i))))
                        .toList(),
                maybe(result),
                false);
    }

    public static WitType type(Expression text) {
        if (text.parts().isEmpty()) {
            return switch (text.word()) {
                case "own" -> new OwnType(RESOURCE);
                case "borrow" -> new BorrowType(RESOURCE);
                default -> PrimitiveType.valueOf(text.word().toUpperCase(Locale.ROOT));
            };
        }
        return compound(
                text.parts().get(0).word(), text.parts().subList(1, text.parts().size()));
    }

    private static WitType compound(String kind, List<Expression> parts) {
        return switch (kind) {
            case "list" -> new ListType(type(parts.get(0)));
            case "map" -> new MapType(type(parts.get(0)), type(parts.get(1)));
            case "record" -> record(parts);
            case "tuple" -> new TupleType(parts.stream().map(VectorTypes::type).toList());
            case "variant" -> variant(parts);
            case "enum" -> new EnumType(labels(parts.get(0)));
            case "flags" -> new FlagsType(labels(parts.get(0)));
            case "option" -> new OptionType(type(parts.get(0)));
            case "result" -> new ResultType(maybe(parts.get(0)), maybe(parts.get(1)));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static WitType record(List<Expression> parts) {
        return new RecordType(IntStream.range(0, parts.size())
                .mapToObj(i -> new RecordType.Field("f" + i, type(parts.get(i))))
                .toList());
    }

    private static WitType variant(List<Expression> parts) {
        return new VariantType(IntStream.range(0, parts.size())
                .mapToObj(i -> new VariantType.Case("c" + i, maybe(parts.get(i))))
                .toList());
    }

    private static List<String> labels(Expression count) {
        return IntStream.range(0, Integer.parseInt(count.word()))
                .mapToObj(i -> "l" + i)
                .toList();
    }

    private static Optional<WitType> maybe(Expression text) {
        return text.word().equals("_") ? Optional.empty() : Optional.of(type(text));
    }
}
