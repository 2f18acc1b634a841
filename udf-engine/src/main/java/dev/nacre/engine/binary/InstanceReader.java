package dev.nacre.engine.binary;

/** Reads core instances and instances. See Binary.md, "Instance Definitions". */
final class InstanceReader {
    private final ByteCursor cursor;
    private final SortReader sorts;

    InstanceReader(ByteCursor cursor) {
        this.cursor = cursor;
        this.sorts = new SortReader(cursor);
    }

    Declaration readCoreInstance() {
        if (readIsBundle("a core instance")) {
            return new Declaration.CoreBundle(cursor.readVector("core exports", this::readCoreExport));
        }
        int module = cursor.readU32("a core module index");
        return new Declaration.CoreInstantiate(module, cursor.readVector("arguments", this::readCoreArgument));
    }

    Declaration readInstance() {
        if (readIsBundle("an instance")) {
            return new Declaration.Bundle(cursor.readVector("exports", this::readExport));
        }
        int component = cursor.readU32("a component index");
        return new Declaration.Instantiate(component, cursor.readVector("arguments", this::readArgument));
    }

    private boolean readIsBundle(String item) {
        return cursor.readFlag("0x00 or 0x01 before " + item);
    }

    private Declaration.CoreItem readCoreArgument() {
        String name = cursor.readName("the name of an argument");
        cursor.expectByte(0x12, "the sort core instance");
        return new Declaration.CoreItem(name, Sort.CORE_INSTANCE, cursor.readU32("a core instance index"));
    }

    private Declaration.CoreItem readCoreExport() {
        String name = cursor.readName("the name of a core export");
        Sort sort = sorts.readCoreSort();
        return new Declaration.CoreItem(name, sort, cursor.readU32("an index"));
    }

    private Declaration.CoreItem readArgument() {
        String name = cursor.readName("the name of an argument");
        Sort sort = sorts.readSort();
        return new Declaration.CoreItem(name, sort, cursor.readU32("an index"));
    }

    private Declaration.Item readExport() {
        ExternName name = new ExternReader(cursor).readExternName();
        Sort sort = sorts.readSort();
        return new Declaration.Item(name, sort, cursor.readU32("an index"));
    }
}
