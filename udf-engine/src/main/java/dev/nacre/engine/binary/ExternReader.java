package dev.nacre.engine.binary;

import java.util.List;

/** Reads imports, exports and their names. See Binary.md, "Import and Export Definitions". */
final class ExternReader {
    private final ByteCursor cursor;

    ExternReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    Declaration readImport() {
        return new Declaration.Import(readExternName(), readExternType());
    }

    Declaration readExport() {
        ExternName name = readExternName();
        Sort sort = new SortReader(cursor).readSort();
        int index = cursor.readU32("an index");
        return new Declaration.Export(name, sort, index, cursor.readOptional("a type", this::readExternType));
    }

    Declaration readExportType() {
        return new Declaration.ExportType(readExternName(), readExternType());
    }

    ExternName readExternName() {
        int start = cursor.position();
        int code = cursor.readByte("the attributes of a name");
        if (code > 2) {
            throw cursor.unknown(start, "the attributes of a name (0x00 to 0x02)", code);
        }
        String name = cursor.readName("the name of an import or export");
        return new ExternName(name, code == 2 ? cursor.readVector("attributes", this::readAttribute) : List.of());
    }

    private ExternName.Attribute readAttribute() {
        int start = cursor.position();
        int code = cursor.readByte("an attribute");
        ExternName.Kind[] kinds = ExternName.Kind.values();
        if (code >= kinds.length) {
            throw cursor.unknown(start, "an attribute", code);
        }
        return new ExternName.Attribute(kinds[code], cursor.readName("the attribute " + kinds[code].text()));
    }

    ExternSource readExternType() {
        int start = cursor.position();
        int code = cursor.readByte("the type of an import or export");
        return switch (code) {
            case 0 -> readModule();
            case 1 -> new ExternSource(ExternSource.Kind.FUNCTION, readTypeIndex());
            case 2 -> throw cursor.unsupported(start, "values");
            case 3 -> readTypeBound();
            case 4 -> new ExternSource(ExternSource.Kind.COMPONENT, readTypeIndex());
            case 5 -> new ExternSource(ExternSource.Kind.INSTANCE, readTypeIndex());
            default -> throw cursor.unknown(start, "the type of an import or export", code);
        };
    }

    private ExternSource readModule() {
        cursor.expectByte(0x11, "the sort core module");
        return new ExternSource(ExternSource.Kind.MODULE, cursor.readU32("a core type index"));
    }

    private ExternSource readTypeBound() {
        int start = cursor.position();
        int code = cursor.readByte("a type bound");
        if (code > 1) {
            throw cursor.unknown(start, "a type bound", code);
        }
        return code == 0
                ? new ExternSource(ExternSource.Kind.EQUAL_TYPE, readTypeIndex())
                : new ExternSource(ExternSource.Kind.RESOURCE, 0);
    }

    private int readTypeIndex() {
        return cursor.readU32("a type index");
    }
}
