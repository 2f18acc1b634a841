package dev.nacre.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a statement as they are written: {@code ?}, numbered by their order, or {@code ?1}.
 *
 * @param marks in the order of the text
 * @param count how many values have to be given
 */
record ParameterMarks(List<Mark> marks, int count) {
    ParameterMarks {
        marks = List.copyOf(marks);
    }

    /**
     * A parameter in the text.
     *
     * @param token its number among the tokens
     * @param ordinal of its value, from 0
     * @param numbered whether the client wrote the number
     */
    record Mark(int token, int ordinal, boolean numbered) {}

    static ParameterMarks of(List<SqlToken> tokens) {
        List<Mark> marks = new ArrayList<>();
        int count = 0;
        for (int at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            if (token.kind() == SqlToken.Kind.LITERAL && token.text().startsWith("?")) {
                String number = token.text().substring(1);
                boolean numbered = number.matches("[1-9]\\d{0,4}");
                int ordinal = numbered ? Integer.parseInt(number) - 1 : count;
                count = Math.max(count, ordinal + 1);
                marks.add(new Mark(at, ordinal, numbered));
            }
        }
        return new ParameterMarks(marks, count);
    }
}
