package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The index spaces of a core module as far as the pass has read, and the rules for all that enters them. Mutable, one for
 * each pass.
 */
final class ModuleScope {
    final Cursor cursor;
    final Limits limits;
    final FeatureGate features;
    final List<CoreFunctionType> types = new ArrayList<>();
    final List<CoreFunctionType> functions = new ArrayList<>();
    final List<CoreExternType.Table> tables = new ArrayList<>();
    final List<CoreExternType.Memory> memories = new ArrayList<>();
    final List<CoreExternType.Global> globals = new ArrayList<>();
    final List<CoreExternType.Tag> tags = new ArrayList<>();
    /** Functions that {@code ref.func} may name in a body: those that occur outside of bodies. */
    final BitSet declared = new BitSet();

    int importedFunctions;
    int importedGlobals;
    int importedTables;
    int importedMemories;
    int importedTags;
    int elementSegments;
    /** How many data segments the module announces; -1 without announcement. */
    int dataCount = -1;

    private final Map<CoreFunctionType, CoreFunctionType> canonical = new HashMap<>();
    private final Map<Setting, Long> bodyMost = new EnumMap<>(Setting.class);
    private long tableElements;
    private long memoryPages;

    ModuleScope(Cursor cursor, Limits limits) {
        this.cursor = cursor;
        this.limits = limits;
        this.features = new FeatureGate(limits.features(), cursor.place());
    }

    void cap(Setting setting, long found) {
        limits.check(setting, found, cursor.place()::toString);
    }

    /** Checks a cap on bodies, and remembers how close they came. */
    void capBody(Setting setting, long found) {
        bodyMost.merge(setting, found, Math::max);
        cap(setting, found);
    }

    /** Returns what was found of bodies. */
    BodyMeasures bodies() {
        return new BodyMeasures(bodyMost, features.used());
    }

    /** Takes bodies for read. */
    void skipBodies(BodyMeasures known) {
        bodyMost.putAll(known.most());
        known.features().forEach(features::use);
    }

    /** Reads a name. */
    String name() {
        int length = cursor.vector(1, "bytes of name");
        cap(Setting.NAME_BYTES, length);
        return cursor.text(length);
    }

    /** Reads an index and checks it. */
    int index(int bound, String what) {
        int position = cursor.position();
        long index = cursor.u32();
        if (index >= bound) {
            throw cursor.place().invalid(position, "unknown " + what + " " + index + ", there are " + bound);
        }
        return (int) index;
    }

    CoreFunctionType type() {
        return types.get(index(types.size(), "type"));
    }

    void addType(CoreFunctionType type) {
        CoreFunctionType known = canonical.putIfAbsent(type, type);
        types.add(known == null ? type : known);
    }

    void addFunction(CoreFunctionType type) {
        functions.add(type);
    }

    void addTable(CoreExternType.Table table) {
        tables.add(table);
        tableElements += table.limits().minimum();
        cap(Setting.TABLES, tables.size());
        cap(Setting.TABLE_ELEMENTS, tableElements);
        if (tables.size() > 1) {
            features.use(CoreFeature.REFERENCE_TYPES);
        }
    }

    void addMemory(CoreExternType.Memory memory) {
        memories.add(memory);
        memoryPages += memory.limits().minimum();
        if (memories.size() > 1) {
            features.use(CoreFeature.MULTI_MEMORY);
        }
        cap(Setting.MEMORIES, memories.size());
        cap(Setting.MEMORY, memoryPages << 16);
    }

    void addGlobal(CoreExternType.Global global) {
        globals.add(global);
        cap(Setting.GLOBALS, globals.size());
    }

    void addTag(CoreExternType.Tag tag) {
        tags.add(tag);
        cap(Setting.TAGS, tags.size());
    }
}
