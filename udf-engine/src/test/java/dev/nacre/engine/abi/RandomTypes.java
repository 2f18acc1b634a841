package dev.nacre.engine.abi;

import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random value types. */
final class RandomTypes {
    private final RandomGenerator random;
    private final List<WitType> leaves;

    RandomTypes(RandomGenerator random) {
        this(random, List.of());
    }

    /**
     * @param more types that stand where primitive ones do
     */
    RandomTypes(RandomGenerator random, List<? extends WitType> more) {
        this.random = random;
        this.leaves =
                Stream.concat(Stream.of(PrimitiveType.values()), more.stream()).toList();
    }

    /** Returns a type nested at most so deep. */
    WitType type(int depth) {
        List<Supplier<WitType>> kinds = depth == 0
                ? List.of(this::leaf)
                : List.of(
                        this::leaf,
                        () -> new ListType(type(depth - 1)),
                        () -> new MapType(PrimitiveType.STRING, type(depth - 1)),
                        () -> record(depth - 1),
                        () -> new TupleType(types(depth - 1)),
                        () -> variant(depth - 1),
                        () -> new EnumType(labels(1 + random.nextInt(300))),
                        () -> new FlagsType(labels(1 + random.nextInt(32))),
                        () -> new OptionType(type(depth - 1)),
                        () -> new ResultType(maybe(depth - 1), maybe(depth - 1)));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private WitType leaf() {
        return leaves.get(random.nextInt(leaves.size()));
    }

    private WitType record(int depth) {
        List<WitType> types = types(depth);
        return new RecordType(IntStream.range(0, types.size())
                .mapToObj(i -> new RecordType.Field("f" + i, types.get(i)))
                .toList());
    }

    private WitType variant(int depth) {
        return new VariantType(IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> new VariantType.Case("c" + i, maybe(depth)))
                .toList());
    }

    private List<WitType> types(int depth) {
        return Stream.generate(() -> type(depth)).limit(1 + random.nextInt(4)).toList();
    }

    private Optional<WitType> maybe(int depth) {
        return random.nextBoolean() ? Optional.of(type(depth)) : Optional.empty();
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "l" + i).toList();
    }
}
