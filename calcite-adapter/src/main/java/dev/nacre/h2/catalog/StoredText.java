package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Reads what the catalog's columns hold; trusts none of it. */
final class StoredText {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final int LONGEST_QUOTE = 200;

    private StoredText() {}

    /** NULL is no text that is looked for, and the empty text where H2's mode makes it NULL. */
    static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    static String digest(String text) {
        if (!DIGEST.matcher(text).matches()) {
            throw damaged("expected a SHA-256, found " + quoted(text));
        }
        return text;
    }

    static <E extends Enum<E>> E constant(Class<E> kind, String text) {
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw damaged("expected a " + kind.getSimpleName() + ", found " + quoted(text));
    }

    /** Returns a text of the catalog for a message: of a long one its beginning. */
    static String quoted(String text) {
        return "'" + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...") + "'";
    }

    static SqlLayerException damaged(String message) {
        return new SqlLayerException(SqlLayerErrorCode.CATALOG_DAMAGED, "catalog in schema NACRE: " + message);
    }
}
