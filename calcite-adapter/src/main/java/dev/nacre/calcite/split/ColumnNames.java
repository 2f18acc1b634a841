package dev.nacre.calcite.split;

import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/** Compares expressions as far as their text tells, where H2 has made sure already that no name is ambiguous. */
final class ColumnNames {
    private ColumnNames() {}

    /** Returns whether two expressions are the same; a column may be qualified in one and not in the other. */
    static boolean same(SqlNode a, SqlNode b) {
        if (a instanceof SqlIdentifier && b instanceof SqlIdentifier) {
            return isSuffix(((SqlIdentifier) a).names, ((SqlIdentifier) b).names);
        }
        return a.equalsDeep(b, Litmus.IGNORE);
    }

    private static boolean isSuffix(List<String> a, List<String> b) {
        int length = Math.min(a.size(), b.size());
        return a.subList(a.size() - length, a.size()).equals(b.subList(b.size() - length, b.size()));
    }
}
