package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Setting;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads function bodies instruction by instruction, keeping nothing of them but the count of open blocks. Types on the
 * operand stack are not looked at: the parser of the runtime does that afterwards.
 *
 * <p>See the <a href="https://webassembly.github.io/spec/core/binary/instructions.html">core specification,
 * "Instructions"</a>.
 */
final class BodyReader {
    private static final int EMPTY_BLOCK = 0x40;
    private static final int NAMES_MEMORY = 0x40;

    private final ModuleScope scope;
    private final Cursor cursor;
    private final TypeReader types;
    /** For each open block, whether it is an {@code if} whose {@code else} may still come. */
    private final BitSet open = new BitSet();

    /** The open blocks allowed, the function's own included. */
    private final long deepest;

    private int depth;
    private int reached;
    private long locals;
    private long allLocals;
    private long allBranchTargets;

    BodyReader(ModuleScope scope, TypeReader types) {
        this.scope = scope;
        this.cursor = scope.cursor;
        this.types = types;
        this.deepest = scope.limits.get(Setting.NESTING) + 1;
    }

    void read(CoreFunctionType type) {
        locals = type.parameters().size();
        declareLocals();
        depth = 0;
        push(false);
        while (depth > 0) {
            instruction();
        }
        scope.capBody(Setting.NESTING, reached - 1L);
    }

    private void declareLocals() {
        int position = cursor.position();
        int groups = cursor.vector(2, "groups of locals");
        long declared = 0;
        for (int i = 0; i < groups; i++) {
            declared += cursor.u32();
            types.value();
        }
        if (declared >= 1L << 32) {
            throw cursor.place().malformed(position, "too many locals: " + declared);
        }
        scope.capBody(Setting.FUNCTION_LOCALS, declared);
        locals += declared;
        allLocals += declared;
        scope.capBody(Setting.LOCALS, allLocals);
    }

    private void instruction() {
        int opcode = cursor.u8();
        Immediate immediate = Opcodes.oneByte().immediate(opcode);
        use(Opcodes.oneByte().feature(opcode));
        if (immediate == Immediate.PREFIX) {
            prefixed(opcode);
        } else {
            immediate(immediate, opcode);
        }
    }

    private void prefixed(int prefix) {
        int position = cursor.position();
        long opcode = cursor.u32();
        if (prefix == Opcodes.VECTOR) {
            scope.features.use(opcode < 0x100 ? CoreFeature.SIMD : CoreFeature.RELAXED_SIMD);
            throw unknown(position, prefix);
        }
        use(Opcodes.miscellaneous().feature(opcode));
        immediate(Opcodes.miscellaneous().immediate(opcode), prefix);
    }

    private void use(@Nullable CoreFeature feature) {
        if (feature != null) {
            scope.features.use(feature);
        }
    }

    /** One line for each kind: the length is the kinds'. */
    private void immediate(Immediate immediate, int opcode) {
        switch (immediate) {
            case UNKNOWN, PREFIX -> throw unknown(cursor.position() - 1, opcode);
            case NOTHING -> {}
            case BLOCK -> block(false);
            case IF -> block(true);
            case ELSE -> otherwise();
            case END -> depth--;
            case LABEL -> label();
            case BRANCH_TABLE -> branchTable();
            case FUNCTION -> scope.index(scope.functions.size(), "function");
            case TYPE_AND_TABLE -> indirectCall();
            case VALUE_TYPES -> select();
            case LOCAL -> local();
            case GLOBAL -> scope.index(scope.globals.size(), "global");
            case MUTABLE_GLOBAL -> mutableGlobal();
            case TABLE -> table();
            case TWO_TABLES -> twoTables();
            case ADDRESS -> address(opcode);
            case MEMORY -> memory();
            case TWO_MEMORIES -> twoMemories();
            case I32 -> cursor.signed(32);
            case I64 -> cursor.signed(64);
            case F32 -> cursor.skip(4, "constant");
            case F64 -> cursor.skip(8, "constant");
            case HEAP_TYPE -> types.heap();
            case DECLARED_FUNCTION -> declaredFunction();
            case TAG -> tag();
            case TRY_TABLE -> tryTable();
            case DATA_AND_MEMORY -> dataAndMemory();
            case DATA -> data();
            case ELEMENTS_AND_TABLE -> elementsAndTable();
            case ELEMENTS -> scope.index(scope.elementSegments, "element segment");
        }
    }

    private RuntimeException unknown(int position, int opcode) {
        return cursor.place().malformed(position, "unknown instruction 0x" + TypeReader.hex(opcode));
    }

    private void push(boolean isIf) {
        open.set(depth, isIf);
        if (++depth > deepest) {
            scope.cap(Setting.NESTING, depth - 1L);
        }
        reached = Math.max(reached, depth);
    }

    private void block(boolean isIf) {
        blockType();
        push(isIf);
    }

    private void blockType() {
        int position = cursor.position();
        long type = cursor.signed(33);
        if (type >= scope.types.size()) {
            throw cursor.place().invalid(position, "unknown type " + type + ", there are " + scope.types.size());
        }
        if (type >= 0) {
            scope.features.use(CoreFeature.MULTI_VALUE);
        } else if (type < -64 || (type < 0 && cursor.position() - position > 1)) {
            throw cursor.place().malformed(position, "unknown block type " + type);
        } else if (type != EMPTY_BLOCK - 128) {
            types.value((int) type & 0x7f);
        }
    }

    private void otherwise() {
        if (!open.get(depth - 1)) {
            throw cursor.place().malformed(cursor.position() - 1, "else without if");
        }
        open.clear(depth - 1);
    }

    private void label() {
        scope.index(depth, "label");
    }

    private void branchTable() {
        int count = cursor.vector(1, "branch targets");
        allBranchTargets += count;
        scope.capBody(Setting.BRANCH_TARGETS, count);
        scope.capBody(Setting.ALL_BRANCH_TARGETS, allBranchTargets);
        for (int i = 0; i <= count; i++) {
            label();
        }
    }

    private void indirectCall() {
        scope.type();
        if (table() != 0) {
            scope.features.use(CoreFeature.REFERENCE_TYPES);
        }
    }

    private void select() {
        int position = cursor.position();
        int count = cursor.vector(1, "types");
        if (count != 1) {
            throw cursor.place().invalid(position, "expected a select of one type, found " + count);
        }
        types.value();
    }

    private void local() {
        int position = cursor.position();
        long index = cursor.u32();
        if (index >= locals) {
            throw cursor.place().invalid(position, "unknown local " + index + ", there are " + locals);
        }
    }

    private void mutableGlobal() {
        int position = cursor.position();
        int index = scope.index(scope.globals.size(), "global");
        if (!scope.globals.get(index).mutable()) {
            throw cursor.place().invalid(position, "global " + index + " cannot be changed");
        }
    }

    private int table() {
        return scope.index(scope.tables.size(), "table");
    }

    private void twoTables() {
        table();
        table();
    }

    /** Bit 6 of the alignment says that the index of a memory follows. */
    private void address(int opcode) {
        int position = cursor.position();
        long flags = cursor.u32();
        if (flags >= 2 * NAMES_MEMORY) {
            throw cursor.place().malformed(position, "unknown alignment " + flags);
        }
        if (flags % NAMES_MEMORY > Opcodes.alignment(opcode)) {
            throw cursor.place().invalid(position, "alignment is larger than natural");
        }
        if (flags >= NAMES_MEMORY) {
            scope.features.use(CoreFeature.MULTI_MEMORY);
            memory();
        } else {
            checkMemory(position, 0);
        }
        offset();
    }

    /** The encoding leaves room for memories of 64 bits. */
    private void offset() {
        int position = cursor.position();
        long offset = cursor.u64();
        if (offset >>> 32 != 0) {
            throw cursor.place().invalid(position, "offset out of range: " + Long.toUnsignedString(offset));
        }
    }

    private void memory() {
        int position = cursor.position();
        checkMemory(position, cursor.u32());
    }

    private void twoMemories() {
        memory();
        memory();
    }

    private void checkMemory(int position, long index) {
        if (index >= scope.memories.size()) {
            throw cursor.place().invalid(position, "unknown memory " + index + ", there are " + scope.memories.size());
        }
    }

    private void declaredFunction() {
        int position = cursor.position();
        int index = scope.index(scope.functions.size(), "function");
        if (!scope.declared.get(index)) {
            throw cursor.place().invalid(position, "undeclared reference to function " + index);
        }
    }

    private int tag() {
        return scope.index(scope.tags.size(), "tag");
    }

    /** Labels of the clauses count from outside of the block. */
    private void tryTable() {
        blockType();
        int count = cursor.vector(2, "catch clauses");
        scope.capBody(Setting.BRANCH_TARGETS, count);
        for (int i = 0; i < count; i++) {
            catchClause();
        }
        push(false);
    }

    private void catchClause() {
        int kind = cursor.u8();
        if (kind > 3) {
            throw cursor.place().malformed(cursor.position() - 1, "unknown catch clause " + kind);
        }
        if (kind < 2) {
            tag();
        }
        label();
    }

    private void dataAndMemory() {
        data();
        memory();
    }

    private void data() {
        if (scope.dataCount < 0) {
            throw cursor.place().malformed(cursor.position(), "data segment used without data count section");
        }
        scope.index(scope.dataCount, "data segment");
    }

    private void elementsAndTable() {
        scope.index(scope.elementSegments, "element segment");
        table();
    }
}
