package dev.nacre.jdbc;

import dev.nacre.functions.FunctionName;
import java.util.List;

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

    AliasedText {
        calls = List.copyOf(calls);
    }

    /**
     * One call.
     *
     * @param written the function's name as the client wrote it
     * @param alias the name that H2 gets
     */
    record Call(FunctionName function, String written, String alias) {}

    /** Returns a message of H2's, or a name that it gave a column, with the client's names in it. */
    String restored(String message) {
        String plain = message.replace(MARK + "CAST(", "").replaceAll(" ?/\\*NACRE\\*/ AS .*?/\\*NACRE\\*/\\)", "");
        String restored = plain;
        for (Call call : calls) {
            String doubled = call.alias().replace("\"", "\"\"");
            restored = replacedOnce(restored, doubled, call.written());
        }
        for (Call call : calls) {
            String name = call.function().toString();
            String alias = call.alias();
            String short1 = alias.replace("\"NACRE_FN\"", "NACRE_FN");
            restored = restored.replace(alias.replace("\"", "\"\""), name)
                    .replace(short1.replace("\"", "\"\""), name)
                    .replace(alias, name)
                    .replace(short1, name);
        }
        return restored;
    }

    private static String replacedOnce(String text, String old, String replacement) {
        int at = text.indexOf(old);
        return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + old.length());
    }
}
