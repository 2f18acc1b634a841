package dev.nacre.functions.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows in the forms that a guest may give and take them; queries over guests test the usual ones. */
class RowsMarshallerTest {
    private static final WitType PAIR = new RecordType(
            List.of(new RecordType.Field("a", PrimitiveType.S32), new RecordType.Field("b", PrimitiveType.STRING)));

    private static RowsMarshaller of(WitType row) {
        WitType rows = new ListType(row);
        return RowsMarshaller.of("function 'F'", RowsMarshaller.columns(rows), rows, false);
    }

    @Test
    void givesNothingInTheColumnsOfARowThatIsNone() {
        List<@Nullable Object[]> rows =
                of(new OptionType(PAIR)).toSql(Arrays.asList(Optional.empty(), Optional.of(List.of(1, "x"))));

        assertThat(rows).containsExactly(new @Nullable Object[] {null, null}, new Object[] {1, "x"});
    }

    @Test
    void givesVariantsAsRowsOfTheirColumns() {
        WitType variant = new VariantType(List.of(
                new VariantType.Case("n", Optional.of(PrimitiveType.S32)),
                new VariantType.Case("none", Optional.empty())));
        RowsMarshaller marshaller = of(variant);

        List<@Nullable Object[]> rows =
                marshaller.toSql(List.of(new VariantValue("n", 7), new VariantValue("none", null)));

        assertThat(rows).containsExactly(new Object[] {"n", 7}, new @Nullable Object[] {"none", null});
    }
}
