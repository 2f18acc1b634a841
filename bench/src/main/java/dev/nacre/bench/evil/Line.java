package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line between the process that is attacked and the one that watches it: a word and fields, with tabs between.
 *
 * @param word says what it is
 * @param fields any texts
 */
record Line(Word word, List<String> fields) {
    private static final String TAB = "\t";

    /** What is said. */
    enum Word {
        /** To the child: deal the attack of this id. */
        ATTACK,
        /** To the child: try the component of these bytes, in hexadecimal digits. */
        GUEST,
        /** To the child: run a shape so often; its id, the count, and whether it is cancelled. */
        MEASURE,
        /** To the child: so often, be busy until the deadline and look at the clock yourself. */
        BASELINE,
        /** From the child: it can be attacked. From a server: it can be connected to; its port. */
        READY,
        /** From the child: a strike begins; when it is due and when to give up, in milliseconds from now, and its text. */
        BEGIN,
        /** From the child: the strike is over; its outcome and what is wrong with it. */
        OVER,
        /** From the child: the attack is over; what is wrong afterwards, and the most memory that it knows of. */
        DONE,
        /** From the child: a query of another connection took so many nanoseconds meanwhile. */
        BESIDE
    }

    Line {
        fields = List.copyOf(fields);
    }

    static Line of(Word word, Object... fields) {
        return new Line(word, Stream.of(fields).map(String::valueOf).toList());
    }

    static Line parse(String text) {
        String[] parts = text.split(TAB, -1);
        return new Line(
                Word.valueOf(parts[0]),
                Stream.of(parts).skip(1).map(Line::decoded).toList());
    }

    String text() {
        return Stream.concat(Stream.of(word.name()), fields.stream().map(Line::encoded))
                .collect(Collectors.joining(TAB));
    }

    String field(int index) {
        return fields.get(index);
    }

    long number(int index) {
        return Long.parseLong(field(index));
    }

    private static String encoded(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String decoded(String field) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < field.length(); index++) {
            char letter = field.charAt(index);
            text.append(letter == '\\' && ++index < field.length() ? escaped(field.charAt(index)) : letter);
        }
        return text.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> letter;
        };
    }
}
