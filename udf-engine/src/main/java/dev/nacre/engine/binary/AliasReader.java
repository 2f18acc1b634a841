package dev.nacre.engine.binary;

import java.util.EnumSet;
import java.util.Set;

/** Reads aliases. See Binary.md, "Alias Definitions". */
final class AliasReader {
    private static final Set<Sort> OUTER_SORTS =
            EnumSet.of(Sort.CORE_MODULE, Sort.CORE_TYPE, Sort.COMPONENT, Sort.TYPE);

    private final ByteCursor cursor;

    AliasReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    Declaration read() {
        int before = cursor.position();
        Sort sort = new SortReader(cursor).readSort();
        int start = cursor.position();
        int code = cursor.readByte("the target of an alias");
        return switch (code) {
            case 0 -> new Declaration.AliasExport(sort, cursor.readU32("an instance index"), readName());
            case 1 -> new Declaration.AliasCoreExport(sort, cursor.readU32("a core instance index"), readName());
            case 2 -> readOuter(before, sort);
            default -> throw cursor.unknown(start, "the target of an alias", code);
        };
    }

    /** The grammar itself names the sorts that an outer alias may have. */
    private Declaration readOuter(int before, Sort sort) {
        if (!OUTER_SORTS.contains(sort)) {
            throw cursor.malformedAt(
                    before,
                    "expected an outer alias of a core module, core type, component or type, found one of sort "
                            + sort.noun());
        }
        return new Declaration.AliasOuter(sort, cursor.readU32("a count of scopes"), cursor.readU32("an index"));
    }

    private String readName() {
        return cursor.readName("the name of an export");
    }
}
