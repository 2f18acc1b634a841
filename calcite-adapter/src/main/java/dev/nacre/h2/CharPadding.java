package dev.nacre.h2;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueChar;
import org.h2.value.ValueVarchar;

/**
 * The blanks at the end of CHARACTER values. In some modes (PostgreSQL's) H2 keeps values without them and adds them to
 * the rows of a result only, so they are taken off what is read to be computed with, and put on what the client gets.
 */
public final class CharPadding {
    private final int[] columns;
    private final List<TypeInfo> types;

    private CharPadding(int[] columns, List<TypeInfo> types) {
        this.columns = columns;
        this.types = types;
    }

    /** Returns what a session does to columns of some types. */
    static CharPadding of(boolean padsResults, List<TypeInfo> types) {
        int[] columns = padsResults
                ? IntStream.range(0, types.size())
                        .filter(column -> types.get(column).getValueType() == Value.CHAR)
                        .toArray()
                : new int[0];
        return new CharPadding(columns, List.copyOf(types));
    }

    /** Returns a row as H2 gives it to clients. */
    public Value[] pad(Value[] row) {
        if (columns.length == 0) {
            return row;
        }
        Value[] padded = row.clone();
        for (int column : columns) {
            padded[column] = padded(row[column], types.get(column).getPrecision());
        }
        return padded;
    }

    private static Value padded(Value value, long length) {
        if (H2Values.isNull(value) || value.getString().length() >= length) {
            return value;
        }
        char[] blanks = new char[Math.toIntExact(length) - value.getString().length()];
        Arrays.fill(blanks, ' ');
        return ValueVarchar.get(value.getString() + new String(blanks));
    }

    /** Returns a row as H2 computes with it. */
    Value[] strip(Value[] row) {
        if (columns.length == 0) {
            return row;
        }
        Value[] stripped = row.clone();
        for (int column : columns) {
            Value value = row[column];
            stripped[column] = H2Values.isNull(value) ? value : ValueChar.get(stripped(value.getString()));
        }
        return stripped;
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }
}
