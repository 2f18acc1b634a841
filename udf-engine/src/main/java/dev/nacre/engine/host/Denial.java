package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FutureType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import dev.nacre.engine.wit.WitTypeVisitor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value that says no for any type: the error where the type has one, else nothing, none, empty or zero.
 *
 * <p>The value is made of the type that the component declares, so it always fits.
 */
final class Denial implements WitTypeVisitor<Object> {
    /** What WASI's interfaces call a refusal, the clearest first. */
    private static final List<String> REFUSALS =
            List.of("access-denied", "access", "not-permitted", "HTTP-request-denied", "forbidden", "closed");

    private final ResourceNames resources;
    /** Small types may share parts so often that their values written out would be endless. */
    private final Map<WitType, Object> known = new IdentityHashMap<>();

    private Denial(ResourceNames resources) {
        this.resources = resources;
    }

    /**
     * Returns the refusal of a function.
     *
     * @param resources says which resource types the host may give handles of
     * @throws EngineException with {@link ErrorCode#IMPORT_MISMATCH} when the type holds what no interface of WASI 0.2 gives
     */
    static @Nullable Object of(Optional<WitType> result, ResourceNames resources) {
        Denial denial = new Denial(resources);
        return result.map(denial::value).orElse(null);
    }

    private Object value(WitType type) {
        Object value = known.get(type);
        if (value == null) {
            value = type.accept(this);
            known.put(type, value);
        }
        return value;
    }

    private @Nullable Object value(Optional<WitType> type) {
        return type.map(this::value).orElse(null);
    }

    @Override
    public Object visitPrimitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> false;
            case S8 -> (byte) 0;
            case U8, S16 -> (short) 0;
            case U16, S32, CHAR -> 0;
            case U32, S64, U64 -> 0L;
            case F32 -> 0f;
            case F64 -> 0d;
            case STRING -> "";
        };
    }

    @Override
    public Object visitList(ListType type) {
        return type.element() == PrimitiveType.U8 ? new byte[0] : List.of();
    }

    @Override
    public Object visitRecord(RecordType type) {
        return values(type.fields().stream().map(RecordType.Field::type).toList());
    }

    @Override
    public Object visitTuple(TupleType type) {
        return values(type.elements());
    }

    private List<Object> values(List<WitType> types) {
        List<Object> values = new ArrayList<>(types.size());
        for (WitType type : types) {
            values.add(value(type));
        }
        return values;
    }

    @Override
    public Object visitVariant(VariantType type) {
        List<String> names = type.cases().stream().map(VariantType.Case::name).toList();
        VariantType.Case chosen = type.cases().get(names.indexOf(refusal(names)));
        return new VariantValue(chosen.name(), value(chosen.payload()));
    }

    @Override
    public Object visitEnum(EnumType type) {
        return refusal(type.names());
    }

    private static String refusal(List<String> names) {
        return REFUSALS.stream().filter(names::contains).findFirst().orElse(names.get(0));
    }

    @Override
    public Object visitFlags(FlagsType type) {
        return Set.of();
    }

    @Override
    public Object visitOption(OptionType type) {
        return Optional.empty();
    }

    @Override
    public Object visitResult(ResultType type) {
        return ResultValue.error(value(type.error()));
    }

    @Override
    public Object visitMap(MapType type) {
        return List.of();
    }

    /** A handle of something that does nothing: any object will do. */
    @Override
    public Object visitOwn(OwnType type) {
        return resources.of(type.resource()).orElseThrow(() -> unfit("a resource of its own"));
    }

    @Override
    public Object visitBorrow(BorrowType type) {
        throw unfit("a borrowed handle");
    }

    @Override
    public Object visitStream(StreamType type) {
        throw unfit("a stream");
    }

    @Override
    public Object visitFuture(FutureType type) {
        throw unfit("a future");
    }

    private static EngineException unfit(String what) {
        return new EngineException(
                ErrorCode.IMPORT_MISMATCH,
                "expected a result that WASI 0.2 declares, found one with " + what
                        + "; build the component against WASI 0.2");
    }
}
