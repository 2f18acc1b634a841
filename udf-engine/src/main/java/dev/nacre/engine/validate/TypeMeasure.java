package dev.nacre.engine.validate;

import dev.nacre.engine.core.CoreValueType;
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
import dev.nacre.engine.wit.Shape;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.engine.wit.WitTypeVisitor;
import java.util.ArrayList;
import java.util.List;

/** Computes the facts of a type from those of its children: CanonicalABI.md, "Alignment" to "Flattening". */
final class TypeMeasure implements WitTypeVisitor<TypeFacts> {
    private static final TypeFacts NONE = TypeFacts.scalar(0, CoreValueType.I32);

    private final TypeTable table;

    TypeMeasure(TypeTable table) {
        this.table = table;
    }

    @Override
    public TypeFacts visitPrimitive(PrimitiveType type) {
        return switch (type) {
            case BOOL, S8, U8 -> TypeFacts.scalar(1, CoreValueType.I32);
            case S16, U16 -> TypeFacts.scalar(2, CoreValueType.I32);
            case S32, U32, CHAR -> TypeFacts.scalar(4, CoreValueType.I32);
            case S64, U64 -> TypeFacts.scalar(8, CoreValueType.I64);
            case F32 -> TypeFacts.scalar(4, CoreValueType.F32);
            case F64 -> TypeFacts.scalar(8, CoreValueType.F64);
            case STRING -> TypeFacts.pointer();
        };
    }

    @Override
    public TypeFacts visitList(ListType type) {
        return TypeFacts.pointer().around(children(type));
    }

    @Override
    public TypeFacts visitFixedList(FixedListType type) {
        TypeFacts element = table.of(type.element());
        List<CoreValueType> flat = new ArrayList<>();
        for (long index = 0; index < Math.min(type.length(), TypeFacts.FLAT_LIMIT); index++) {
            append(flat, element.flat());
        }
        // an element has less than 2^28 bytes, so the product fits
        return NONE.with(List.of(element), element.byteSize() * type.length(), element.alignment(), flat);
    }

    @Override
    public TypeFacts visitMap(MapType type) {
        TypeFacts pairs = TypeFacts.pointer().around(children(type));
        // a map is a list of tuples, so it nests one level deeper than a list
        return new TypeFacts(
                pairs.size() + 1,
                pairs.depth() + 1,
                pairs.byteSize(),
                pairs.alignment(),
                pairs.flat(),
                true,
                pairs.hasBorrow());
    }

    @Override
    public TypeFacts visitRecord(RecordType type) {
        return measureFields(children(type));
    }

    @Override
    public TypeFacts visitTuple(TupleType type) {
        return measureFields(children(type));
    }

    private static TypeFacts measureFields(List<TypeFacts> fields) {
        long size = 0;
        int alignment = 1;
        List<CoreValueType> flat = new ArrayList<>();
        for (TypeFacts field : fields) {
            size = align(size, field.alignment()) + field.byteSize();
            alignment = Math.max(alignment, field.alignment());
            append(flat, field.flat());
        }
        return NONE.with(fields, align(size, alignment), alignment, flat);
    }

    private static void append(List<CoreValueType> flat, List<CoreValueType> more) {
        if (flat.size() < TypeFacts.FLAT_LIMIT) {
            flat.addAll(more);
        }
    }

    @Override
    public TypeFacts visitVariant(VariantType type) {
        return measureCases(type.cases().size(), children(type));
    }

    @Override
    public TypeFacts visitOption(OptionType type) {
        return measureCases(2, children(type));
    }

    @Override
    public TypeFacts visitResult(ResultType type) {
        return measureCases(2, children(type));
    }

    @Override
    public TypeFacts visitEnum(EnumType type) {
        return measureCases(type.names().size(), List.of());
    }

    private static TypeFacts measureCases(int count, List<TypeFacts> payloads) {
        int discriminant = discriminantBytes(count);
        long size = 0;
        int payloadAlignment = 1;
        List<CoreValueType> joined = new ArrayList<>();
        for (TypeFacts payload : payloads) {
            size = Math.max(size, payload.byteSize());
            payloadAlignment = Math.max(payloadAlignment, payload.alignment());
            join(joined, payload.flat());
        }
        int alignment = Math.max(discriminant, payloadAlignment);
        joined.add(0, CoreValueType.I32);
        long whole = align(align(discriminant, payloadAlignment) + size, alignment);
        return NONE.with(payloads, whole, alignment, joined);
    }

    private static int discriminantBytes(int cases) {
        if (cases <= 1 << 8) {
            return 1;
        }
        return cases <= 1 << 16 ? 2 : 4;
    }

    private static void join(List<CoreValueType> joined, List<CoreValueType> more) {
        for (int index = 0; index < more.size(); index++) {
            if (index == joined.size()) {
                joined.add(more.get(index));
            } else {
                joined.set(index, join(joined.get(index), more.get(index)));
            }
        }
    }

    private static CoreValueType join(CoreValueType first, CoreValueType second) {
        if (first == second) {
            return first;
        }
        return is32Bit(first) && is32Bit(second) ? CoreValueType.I32 : CoreValueType.I64;
    }

    private static boolean is32Bit(CoreValueType type) {
        return type == CoreValueType.I32 || type == CoreValueType.F32;
    }

    @Override
    public TypeFacts visitFlags(FlagsType type) {
        int count = type.names().size();
        int bytes = count <= 16 ? 2 : 4;
        return TypeFacts.scalar(count <= 8 ? 1 : bytes, CoreValueType.I32);
    }

    @Override
    public TypeFacts visitOwn(OwnType type) {
        return TypeFacts.handle(false);
    }

    @Override
    public TypeFacts visitBorrow(BorrowType type) {
        return TypeFacts.handle(true);
    }

    @Override
    public TypeFacts visitStream(StreamType type) {
        return withoutPointers(type);
    }

    @Override
    public TypeFacts visitFuture(FutureType type) {
        return withoutPointers(type);
    }

    /** The values of a stream or future are lifted by its own built-ins, not with the handle. */
    private TypeFacts withoutPointers(WitType type) {
        TypeFacts all = TypeFacts.handle(false).around(children(type));
        return new TypeFacts(
                all.size(), all.depth(), all.byteSize(), all.alignment(), all.flat(), false, all.hasBorrow());
    }

    private List<TypeFacts> children(WitType type) {
        return Shape.of(type).children().stream().map(table::of).toList();
    }

    private static long align(long offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}
