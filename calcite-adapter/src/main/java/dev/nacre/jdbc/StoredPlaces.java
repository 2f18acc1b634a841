package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Places where H2 would store a call inside a table, a domain or an index. Opened without Nacre, H2 drops such an object
 * silently, data and all, so that no call may stand there.
 */
final class StoredPlaces {
    private static final Set<String> KINDS = Set.of("TABLE", "DOMAIN", "TYPE", "DATATYPE", "INDEX", "VIEW");

    private final List<SqlToken> tokens;

    private StoredPlaces(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Refuses a statement that defines an object with a call in it.
     *
     * @throws SqlLayerException with 0A000, the function and the place
     */
    static void refuse(List<SqlToken> tokens, AliasRouting routing) {
        StoredPlaces places = new StoredPlaces(tokens);
        for (CallPositions.Call call : routing.calls()) {
            if (places.isStored(call)) {
                throw new SqlLayerException(
                        SqlLayerErrorCode.NOT_SUPPORTED,
                        "wasm function '" + call.function() + "' in " + places.place(call)
                                + ": H2 would keep the call inside the object, which is lost when the database is opened"
                                + " without Nacre; call the function in the statement that writes the value, or in a view",
                        routing.position(call));
            }
        }
    }

    private boolean isStored(CallPositions.Call call) {
        int object = tokens.get(0).isWord("CREATE") || tokens.get(0).isWord("ALTER") ? object() : -1;
        if (object < 0) {
            return false;
        }
        SqlToken kind = tokens.get(object);
        boolean isTable = kind.isWord("TABLE");
        if (isTable && tokens.get(0).isWord("CREATE")) {
            return !stands("AS", object, call.first());
        }
        return isTable ? !stands("USING", object, call.first()) : !kind.isWord("VIEW");
    }

    /** Returns where the kind of object is named; -1 for kinds that hold no expressions, or only run them. */
    private int object() {
        for (int at = 1; at < tokens.size() && tokens.get(at).kind() == SqlToken.Kind.NAME; at++) {
            if (KINDS.contains(tokens.get(at).text().toUpperCase(Locale.ROOT))) {
                return at;
            }
        }
        return -1;
    }

    /** Returns whether a word stands before a call, outside of all parentheses. */
    private boolean stands(String word, int from, int before) {
        int depth = 0;
        for (int at = from; at < before; at++) {
            SqlToken token = tokens.get(at);
            if (token.isSymbol('(')) {
                depth++;
            } else if (token.isSymbol(')')) {
                depth--;
            } else if (depth == 0 && token.isWord(word)) {
                return true;
            }
        }
        return false;
    }

    private String place(CallPositions.Call call) {
        for (int at = call.first() - 1; at >= 0; at--) {
            SqlToken token = tokens.get(at);
            if (token.isWord("CHECK")) {
                return "a CHECK constraint";
            }
            if (token.isWord("DEFAULT")) {
                return "the default of a column or domain";
            }
            if (token.isWord("AS")) {
                return "a generated column";
            }
            if (token.isWord("UPDATE")) {
                return "what a column becomes ON UPDATE";
            }
            if (token.isWord("INDEX")) {
                return "an index";
            }
        }
        return "a definition";
    }
}
