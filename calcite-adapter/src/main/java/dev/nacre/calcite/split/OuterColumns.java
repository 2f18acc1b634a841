package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a subquery that only the query around it has: H2 is asked, and names one after the other. */
final class OuterColumns {
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    private final PlanContext context;
    private final SqlNode query;
    private final CommonTables tables;
    private final List<List<SqlIdentifier>> found = new ArrayList<>();
    private final Map<SqlIdentifier, Integer> selects = new IdentityHashMap<>();

    private OuterColumns(PlanContext context, SqlNode query, CommonTables tables) {
        this.context = context;
        this.query = query;
        this.tables = tables.readBy(query);
    }

    /** Returns the columns, each with all places where it stands. */
    static List<List<SqlIdentifier>> of(PlanContext context, SqlNode query, CommonTables tables) {
        OuterColumns columns = new OuterColumns(context, query, tables);
        while (columns.findNext()) {
            // each round finds one more
        }
        columns.leaveOwn();
        return columns.found;
    }

    private boolean findNext() {
        try {
            Shadow.describe(
                    context, query, tables, found.stream().flatMap(List::stream).toList());
            return false;
        } catch (SQLException e) {
            Matcher name = NAME.matcher(String.valueOf(e.getMessage()));
            if (e.getErrorCode() != ErrorCode.COLUMN_NOT_FOUND_1 || !name.find()) {
                return false;
            }
            List<SqlIdentifier> occurrences = occurrences(name.group(1).replace("\"\"", "\""));
            if (!occurrences.isEmpty()) {
                found.add(occurrences);
            }
            return !occurrences.isEmpty();
        }
    }

    private List<SqlIdentifier> occurrences(String name) {
        Occurrences occurrences = new Occurrences(name);
        query.accept(occurrences);
        selects.putAll(occurrences.selects);
        return occurrences.identifiers;
    }

    /** In several SELECTs the same name may mean several columns: those that are known where they stand are left. */
    private void leaveOwn() {
        for (List<SqlIdentifier> occurrences : found) {
            Set<Integer> groups = new TreeSet<>();
            occurrences.forEach(occurrence -> groups.add(selects.get(occurrence)));
            for (Integer group : groups.size() > 1 ? groups : Set.<Integer>of()) {
                List<SqlIdentifier> all = found.stream().flatMap(List::stream).toList();
                if (describes(all.stream()
                        .filter(occurrence ->
                                !occurrences.contains(occurrence) || !group.equals(selects.get(occurrence)))
                        .toList())) {
                    occurrences.removeIf(occurrence -> group.equals(selects.get(occurrence)));
                }
            }
        }
    }

    private boolean describes(List<SqlIdentifier> outer) {
        try {
            Shadow.describe(context, query, tables, outer);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static final class Occurrences extends SqlBasicVisitor<@Nullable Void> {
        private final String name;
        private final List<SqlIdentifier> identifiers = new ArrayList<>();
        private final Map<SqlIdentifier, Integer> selects = new IdentityHashMap<>();
        private int select;
        private int count;

        Occurrences(String name) {
            this.name = name;
        }

        @Override
        public @Nullable Void visit(SqlIdentifier identifier) {
            if (String.join(".", identifier.names).equals(name)) {
                identifiers.add(identifier);
                selects.put(identifier, select);
            }
            return null;
        }

        @Override
        public @Nullable Void visit(SqlCall call) {
            int around = select;
            select = call instanceof SqlSelect ? ++count : around;
            super.visit(call);
            select = around;
            return null;
        }
    }
}
