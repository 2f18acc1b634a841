package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A variant as a ROW: the name of the case, then one nullable column for each case with a payload. */
final class VariantCodec implements ValueCodec {
    private final int width;
    private final List<Alternative> alternatives;

    /** A case; column 0 means that it has no payload. */
    private record Alternative(String name, int column, ValueCodec codec) {}

    private VariantCodec(int width, List<Alternative> alternatives) {
        this.width = width;
        this.alternatives = List.copyOf(alternatives);
    }

    static Optional<ValueCodec> find(SqlType.Row row, VariantType type) {
        List<SqlType.Field> fields = row.fields();
        if (fields.isEmpty() || !Codecs.isVarchar(fields.get(0).type())) {
            return Optional.empty();
        }
        List<Alternative> alternatives = new ArrayList<>();
        int column = 0;
        for (VariantType.Case item : type.cases()) {
            if (item.payload().isEmpty()) {
                alternatives.add(new Alternative(item.name(), 0, ValueCodec.IDENTITY));
                continue;
            }
            column++;
            if (column >= fields.size() || !SqlNames.match(fields.get(column).name(), item.name())) {
                return Optional.empty();
            }
            Optional<ValueCodec> codec =
                    Codecs.find(fields.get(column).type(), item.payload().get());
            if (codec.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(new Alternative(item.name(), column, codec.get()));
        }
        return column + 1 == fields.size() ? Optional.of(new VariantCodec(column + 1, alternatives)) : Optional.empty();
    }

    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        List<?> row = (List<?>) Objects.requireNonNull(value);
        Alternative alternative = alternative(row.get(0));
        requireNoOtherPayload(alternative, row);
        if (alternative.column() == 0) {
            return new VariantValue(alternative.name(), null);
        }
        ValueCodec codec = alternative.codec();
        return new VariantValue(
                alternative.name(), codec.toGuest(NullCheck.plain(row.get(alternative.column()), codec)));
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        VariantValue variant = (VariantValue) Objects.requireNonNull(value);
        Alternative alternative = alternative(variant.name());
        @Nullable Object[] row = new Object[width];
        row[0] = variant.name();
        if (alternative.column() > 0) {
            row[alternative.column()] = alternative.codec().toSql(variant.payload());
        }
        return Collections.unmodifiableList(Arrays.asList(row));
    }

    /** A value that the guest would never see is a mistake. */
    private static void requireNoOtherPayload(Alternative alternative, List<?> row) {
        for (int column = 1; column < row.size(); column++) {
            if (column != alternative.column() && row.get(column) != null) {
                throw new FunctionException(
                        FunctionErrorCode.BAD_VALUE,
                        "variant: expected NULL in column " + (column + 1) + " for case '" + alternative.name()
                                + "', found a value");
            }
        }
    }

    private Alternative alternative(@Nullable Object name) {
        return alternatives.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FunctionException(
                        FunctionErrorCode.BAD_VALUE,
                        "variant: expected one of "
                                + alternatives.stream().map(Alternative::name).toList() + " as TAG, found '" + name
                                + "'"));
    }
}
