package dev.nacre.calcite.split;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** The WITH queries in sight of a query, outermost first. Immutable. */
final class CommonTables {
    /** No WITH query at all. */
    static final CommonTables NONE = new CommonTables(List.of());

    private final List<Entry> entries;

    /**
     * One WITH query.
     *
     * @param definedIn what is in sight of its own query
     * @param wasm whether it calls a WebAssembly function, so that H2 cannot run it
     */
    record Entry(SqlWithItem item, CommonTables definedIn, boolean wasm) {
        String name() {
            return item.name.getSimple();
        }
    }

    private CommonTables(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Returns these and one more, which hides another of the same name. */
    CommonTables with(SqlWithItem item, boolean wasm) {
        List<Entry> more = new ArrayList<>(entries);
        more.removeIf(entry -> entry.name().equals(item.name.getSimple()));
        more.add(new Entry(item, this, wasm));
        return new CommonTables(more);
    }

    /**
     * Returns those that a query may read, by itself or by others that it reads. A statement with hundreds of WITH queries
     * has hundreds of parts, and H2 reads what stands before each of them.
     */
    CommonTables readBy(SqlNode query) {
        if (entries.isEmpty()) {
            return this;
        }
        Set<String> names = new HashSet<>();
        query.accept(new Names(names));
        Deque<Entry> read = new ArrayDeque<>();
        for (int index = entries.size() - 1; index >= 0; index--) {
            Entry entry = entries.get(index);
            if (names.contains(entry.name())) {
                entry.item().accept(new Names(names));
                read.addFirst(entry);
            }
        }
        return read.size() == entries.size() ? this : new CommonTables(List.copyOf(read));
    }

    /** Returns a WITH query that H2 cannot run, by exact name. */
    Optional<Entry> wasm(String name) {
        return entries.stream()
                .filter(entry -> entry.wasm() && entry.name().equals(name))
                .findFirst();
    }

    /** Returns the WITH queries that H2 can run. */
    List<SqlWithItem> plain() {
        return entries.stream().filter(entry -> !entry.wasm()).map(Entry::item).toList();
    }

    /** Returns all WITH queries. */
    List<SqlWithItem> all() {
        return entries.stream().map(Entry::item).toList();
    }

    /** Collects all simple names, those of columns too: more than needed does no harm. */
    private static final class Names extends SqlBasicVisitor<@Nullable Void> {
        private final Set<String> names;

        Names(Set<String> names) {
            this.names = names;
        }

        @Override
        public @Nullable Void visit(SqlIdentifier identifier) {
            if (identifier.isSimple()) {
                names.add(identifier.getSimple());
            }
            return null;
        }
    }
}
