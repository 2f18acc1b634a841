package dev.nacre.jdbc;

import static java.util.Objects.requireNonNull;

import dev.nacre.functions.FunctionName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement for H2 in which functions have the names of their aliases.
 *
 * @param sql what the client wrote
 * @param aliased what H2 gets
 * @param calls in the order of their names
 */
record AliasedText(String sql, String aliased, List<Call> calls) {
    /** What stands before and behind a call whose result H2 is told the type of: no error shows it. */
    static final String MARK = "/*NACRE*/";

    /** What H2 writes between a statement and the values of a row. */
    private static final String VALUES = " -- ";

    private static final String TYPE = MARK + " AS ";
    private static final String END = MARK + ")";

    AliasedText {
        calls = List.copyOf(calls);
    }

    /**
     * One call.
     *
     * @param written the function's name as the client wrote it
     * @param alias the name that H2 gets
     * @param isCast whether H2 is told the type of the result
     */
    record Call(FunctionName function, String written, String alias, boolean isCast) {
        /** Returns the alias as H2 writes it. */
        String bare() {
            return alias.replace("\"NACRE_FN\"", "NACRE_FN");
        }
    }

    /** Returns this text with something more in what H2 gets. */
    AliasedText with(int offset, String more) {
        return new AliasedText(sql, aliased.substring(0, offset) + more + aliased.substring(offset), calls);
    }

    /** Returns a message of H2's with the client's names in it. */
    String restored(String message) {
        String plain = withoutTypes(message.replace(MARK + "CAST(", ""));
        Map<String, Deque<String>> written = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Call call : calls) {
            String name = call.function().toString();
            String bare = call.bare();
            written.computeIfAbsent(doubled(call.alias()), alias -> new ArrayDeque<>())
                    .add(call.written());
            Stream.of(call.alias(), bare, doubled(call.alias()), doubled(bare)).forEach(form -> names.put(form, name));
        }
        return anyOf(names.keySet())
                .matcher(plain)
                .replaceAll(found -> Matcher.quoteReplacement(restored(found.group(), written, names)));
    }

    /**
     * Returns what H2 quotes of the statement in an error, as the client wrote it. H2 leaves out blanks before it and what
     * is behind its end, and puts the values of a row behind it.
     */
    String quoted(String ofH2) {
        int begin = aliased.startsWith(ofH2)
                ? 0
                : aliased.length() - aliased.stripLeading().length();
        int same = 0;
        while (same < ofH2.length()
                && begin + same < aliased.length()
                && ofH2.charAt(same) == aliased.charAt(begin + same)) {
            same++;
        }
        int end = same == ofH2.length() ? same : ofH2.lastIndexOf(VALUES, same);
        return end < 0 ? restored(ofH2) : written(begin, begin + end) + restored(ofH2.substring(end));
    }

    /** Nothing but the calls is another text. */
    private String written(int begin, int end) {
        return sql.substring(begin, Math.max(begin, sql.length() - (aliased.length() - end)));
    }

    /** Takes out the types of results; in one pass, because a client may write many marks that nothing ends. */
    private static String withoutTypes(String message) {
        StringBuilder plain = new StringBuilder();
        int done = 0;
        int begin = message.indexOf(TYPE);
        int end = begin < 0 ? -1 : message.indexOf(END, begin + TYPE.length());
        while (begin >= 0 && end >= 0) {
            boolean isSpaced = begin > done && message.charAt(begin - 1) == ' ';
            plain.append(message, done, isSpaced ? begin - 1 : begin);
            done = end + END.length();
            begin = message.indexOf(TYPE, done);
            end = begin < 0 ? -1 : message.indexOf(END, begin + TYPE.length());
        }
        return plain.append(message, done, message.length()).toString();
    }

    /** H2 quotes the statement with all quotes doubled: there each call has the name that the client wrote for it. */
    private static String restored(String alias, Map<String, Deque<String>> written, Map<String, String> names) {
        Deque<String> left = written.get(alias);
        String next = left == null ? null : left.poll();
        return next == null ? requireNonNull(names.get(alias), "a name that was looked for") : next;
    }

    private static Pattern anyOf(Collection<String> texts) {
        return Pattern.compile(texts.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?=\"{0,2}NACRE_FN)(?:", ")")));
    }

    private static String doubled(String text) {
        return text.replace("\"", "\"\"");
    }
}
