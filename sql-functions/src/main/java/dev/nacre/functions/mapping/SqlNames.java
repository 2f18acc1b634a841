package dev.nacre.functions.mapping;

import java.util.Locale;

/** Names of WIT (kebab case) as SQL shows them. */
final class SqlNames {
    private SqlNames() {}

    /** Returns {@code device-id} as {@code DEVICE_ID}: usable unquoted in SQL. */
    static String of(String wit) {
        return wit.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Returns whether an SQL name stands for a WIT name: equal but for case and for {@code _} in place of {@code -}. */
    static boolean match(String sql, String wit) {
        return sql.replace('_', '-').equalsIgnoreCase(wit);
    }
}
