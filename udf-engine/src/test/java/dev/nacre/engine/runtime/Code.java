package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreValueType;
import java.io.ByteArrayOutputStream;

/** Writes the instructions of a function body or a constant expression, in order. */
public final class Code {
    private static final int EMPTY_BLOCK = 0x40;
    private static final int PREFIXED = 0xFC;

    private final ByteArrayOutputStream locals = new ByteArrayOutputStream();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int localGroups;

    /** Declares locals, behind the parameters. */
    public Code locals(int count, CoreValueType type) {
        localGroups++;
        Leb.unsigned(locals, count);
        locals.write(ModuleBuilder.valueType(type));
        return this;
    }

    /** Writes instructions without immediates. */
    public Code op(int... opcodes) {
        for (int opcode : opcodes) {
            bytes.write(opcode);
        }
        return this;
    }

    /** Writes an instruction with index immediates. */
    public Code op(int opcode, int[] immediates) {
        bytes.write(opcode);
        return immediates(immediates);
    }

    /** Writes an instruction behind the prefix of bulk and saturating instructions. */
    public Code bulk(int opcode, int... immediates) {
        bytes.write(PREFIXED);
        Leb.unsigned(bytes, opcode);
        return immediates(immediates);
    }

    public Code get(int local) {
        return op(Op.LOCAL_GET, new int[] {local});
    }

    public Code set(int local) {
        return op(Op.LOCAL_SET, new int[] {local});
    }

    public Code i32(int value) {
        bytes.write(Op.I32_CONST);
        Leb.signed(bytes, value);
        return this;
    }

    public Code i64(long value) {
        bytes.write(Op.I64_CONST);
        Leb.signed(bytes, value);
        return this;
    }

    public Code call(int function) {
        return op(Op.CALL, new int[] {function});
    }

    public Code callIndirect(int type, int table) {
        return op(Op.CALL_INDIRECT, new int[] {type, table});
    }

    public Code global(int global) {
        return op(Op.GLOBAL_GET, new int[] {global});
    }

    public Code setGlobal(int global) {
        return op(Op.GLOBAL_SET, new int[] {global});
    }

    public Code function(int function) {
        return op(Op.REF_FUNC, new int[] {function});
    }

    public Code nullFunction() {
        return op(Op.REF_NULL, Op.FUNCREF);
    }

    /** Writes a load or store of no alignment. */
    public Code access(int opcode, int offset) {
        bytes.write(opcode);
        bytes.write(0);
        Leb.unsigned(bytes, Integer.toUnsignedLong(offset));
        return this;
    }

    public Code block() {
        return op(Op.BLOCK, EMPTY_BLOCK);
    }

    public Code loop() {
        return op(Op.LOOP, EMPTY_BLOCK);
    }

    public Code ifTrue() {
        return op(Op.IF, EMPTY_BLOCK);
    }

    public Code end() {
        return op(Op.END);
    }

    public Code branch(int depth) {
        return op(Op.BR, new int[] {depth});
    }

    public Code branchIf(int depth) {
        return op(Op.BR_IF, new int[] {depth});
    }

    /** Opens a block whose exceptions go to the label {@code depth} outside it, whatever their tag. */
    public Code tryCatchAll(int depth) {
        op(Op.TRY_TABLE, EMPTY_BLOCK, 1, Op.CATCH_ALL);
        return immediates(new int[] {depth});
    }

    /** Opens a block whose exceptions of one tag go to the label {@code depth} outside it. */
    public Code tryCatch(int tag, int depth) {
        op(Op.TRY_TABLE, EMPTY_BLOCK, 1, Op.CATCH);
        return immediates(new int[] {tag, depth});
    }

    public Code raise(int tag) {
        return op(Op.THROW, new int[] {tag});
    }

    /** Writes the same instructions several times. */
    public Code repeat(int times, Code part) {
        byte[] once = part.bytes.toByteArray();
        for (int i = 0; i < times; i++) {
            bytes.writeBytes(once);
        }
        return this;
    }

    /** Returns a constant expression with its end. */
    public byte[] expression() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes.toByteArray());
        all.write(Op.END);
        return all.toByteArray();
    }

    /** Returns a body with its locals and its end. */
    public byte[] body() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Leb.unsigned(all, localGroups);
        all.writeBytes(locals.toByteArray());
        all.writeBytes(expression());
        return all.toByteArray();
    }

    private Code immediates(int[] immediates) {
        for (int immediate : immediates) {
            Leb.unsigned(bytes, immediate);
        }
        return this;
    }
}
