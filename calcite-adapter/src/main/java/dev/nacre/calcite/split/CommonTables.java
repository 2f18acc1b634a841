package dev.nacre.calcite.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlWithItem;

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
}
