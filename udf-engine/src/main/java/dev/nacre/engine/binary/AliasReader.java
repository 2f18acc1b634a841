package dev.nacre.engine.binary;

/** Reads aliases. See Binary.md, "Alias Definitions". */
final class AliasReader {
    private final ByteCursor cursor;

    AliasReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    Declaration read() {
        Sort sort = new SortReader(cursor).readSort();
        int start = cursor.position();
        int code = cursor.readByte("the target of an alias");
        return switch (code) {
            case 0 -> new Declaration.AliasExport(sort, cursor.readU32("an instance index"), readName());
            case 1 -> new Declaration.AliasCoreExport(sort, cursor.readU32("a core instance index"), readName());
            case 2 -> new Declaration.AliasOuter(sort, cursor.readU32("a count of scopes"), cursor.readU32("an index"));
            default -> throw cursor.unknown(start, "the target of an alias", code);
        };
    }

    private String readName() {
        return cursor.readName("the name of an export");
    }
}
