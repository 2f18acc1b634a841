package dev.nacre.calcite.split;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;

/**
 * The columns of an item of FROM that no table of H2 is.
 *
 * @param alias the name of their qualifier, empty for none
 * @param names in order
 */
record NamedColumns(String alias, List<String> names) {
    NamedColumns {
        names = List.copyOf(names);
    }

    /** Returns which column is meant, from 0. */
    Optional<Integer> find(SqlIdentifier column) {
        int index = isQualifier(column) ? names.indexOf(column.names.get(column.names.size() - 1)) : -1;
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    /** Returns whether a column, or a star, is qualified by this item or not at all. */
    boolean isQualifier(SqlIdentifier column) {
        List<String> written = column.names;
        return written.size() == 1 || (written.size() == 2 && written.get(0).equals(alias));
    }
}
