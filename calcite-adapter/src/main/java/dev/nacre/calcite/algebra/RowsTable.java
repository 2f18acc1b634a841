package dev.nacre.calcite.algebra;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/**
 * Rows as a table of H2, given by parameters: one array for each column, and for each piece of so many rows as an array of H2
 * may have elements.
 */
public final class RowsTable {
    /** How many rows a piece has at most: the elements that an array of H2 may have. */
    public static final int PIECE = 65_536;

    private static final String NAME = "NACRE_ROWS";

    private RowsTable() {}

    /** Returns how to name a column, from 0. */
    public static String column(int index) {
        return NAME + ".C" + index;
    }

    /** Returns the types of the columns; what has no type yet is NULL everywhere, and text. */
    public static List<TypeInfo> types(List<RelDataTypeField> fields) {
        return fields.stream()
                .map(field -> H2Type.info(field.getType()))
                .map(type -> type.getValueType() <= Value.NULL ? TypeInfo.TYPE_VARCHAR : type)
                .toList();
    }

    /**
     * Returns the table as an item of FROM.
     *
     * @param pieces how many there are, at least one
     * @param before how many parameters the statement has before those of the table
     */
    public static String sql(List<TypeInfo> types, int pieces, int before) {
        String rows = IntStream.range(0, pieces)
                .mapToObj(piece -> piece(types, before + piece * types.size()))
                .collect(Collectors.joining(" UNION ALL "));
        String columns =
                IntStream.range(0, types.size()).mapToObj(index -> "C" + index).collect(Collectors.joining(", "));
        return "(" + rows + ") AS " + NAME + "(" + columns + ")";
    }

    private static String piece(List<TypeInfo> types, int before) {
        return IntStream.range(0, types.size())
                .mapToObj(index -> "CAST(?" + (before + index + 1) + " AS "
                        + types.get(index).getSQL(new StringBuilder(), 0) + " ARRAY)")
                .collect(Collectors.joining(", ", "SELECT * FROM UNNEST(", ")"));
    }
}
