package dev.nacre.engine.runtime;

/** Opcodes of core WebAssembly, by the names of its text format. */
final class Op {
    static final int UNREACHABLE = 0x00;
    static final int BLOCK = 0x02;
    static final int LOOP = 0x03;
    static final int IF = 0x04;
    static final int ELSE = 0x05;
    static final int THROW = 0x08;
    static final int END = 0x0B;
    static final int BR = 0x0C;
    static final int BR_IF = 0x0D;
    static final int RETURN = 0x0F;
    static final int CALL = 0x10;
    static final int CALL_INDIRECT = 0x11;
    static final int DROP = 0x1A;
    static final int TRY_TABLE = 0x1F;
    static final int CATCH = 0x00;
    static final int CATCH_ALL = 0x02;
    static final int LOCAL_GET = 0x20;
    static final int LOCAL_SET = 0x21;
    static final int GLOBAL_GET = 0x23;
    static final int GLOBAL_SET = 0x24;
    static final int TABLE_GET = 0x25;
    static final int TABLE_SET = 0x26;
    static final int I32_LOAD = 0x28;
    static final int I64_LOAD = 0x29;
    static final int F32_LOAD = 0x2A;
    static final int F64_LOAD = 0x2B;
    static final int I32_LOAD8_U = 0x2D;
    static final int I32_LOAD16_U = 0x2F;
    static final int I32_STORE = 0x36;
    static final int I64_STORE = 0x37;
    static final int F32_STORE = 0x38;
    static final int F64_STORE = 0x39;
    static final int I32_STORE8 = 0x3A;
    static final int I32_STORE16 = 0x3B;
    static final int MEMORY_SIZE = 0x3F;
    static final int MEMORY_GROW = 0x40;
    static final int I32_CONST = 0x41;
    static final int I64_CONST = 0x42;
    static final int I32_EQZ = 0x45;
    static final int I32_LT_S = 0x48;
    static final int I32_LT_U = 0x49;
    static final int I32_GT_S = 0x4A;
    static final int I32_GT_U = 0x4B;
    static final int I32_LE_U = 0x4D;
    static final int I32_GE_U = 0x4F;
    static final int I32_ADD = 0x6A;
    static final int I32_SUB = 0x6B;
    static final int I32_MUL = 0x6C;
    static final int I32_DIV_S = 0x6D;
    static final int I32_XOR = 0x73;
    static final int I64_ADD = 0x7C;
    static final int I64_MUL = 0x7E;
    static final int F32_ADD = 0x92;
    static final int F64_MUL = 0xA2;
    static final int I32_TRUNC_F64_S = 0xAA;
    static final int REF_NULL = 0xD0;
    static final int REF_IS_NULL = 0xD1;
    static final int REF_FUNC = 0xD2;
    static final int FUNCREF = 0x70;

    /** Behind the prefix of bulk instructions. */
    static final int MEMORY_INIT = 8;

    static final int DATA_DROP = 9;
    static final int MEMORY_COPY = 10;
    static final int MEMORY_FILL = 11;
    static final int TABLE_INIT = 12;
    static final int ELEM_DROP = 13;
    static final int TABLE_COPY = 14;
    static final int TABLE_GROW = 15;
    static final int TABLE_SIZE = 16;
    static final int TABLE_FILL = 17;

    private Op() {}
}
