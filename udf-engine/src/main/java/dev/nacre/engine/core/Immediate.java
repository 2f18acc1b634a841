package dev.nacre.engine.core;

/** What follows the opcode of an instruction. */
enum Immediate {
    /** No such instruction. */
    UNKNOWN,
    NOTHING,
    BLOCK,
    IF,
    ELSE,
    END,
    LABEL,
    BRANCH_TABLE,
    FUNCTION,
    TYPE_AND_TABLE,
    VALUE_TYPES,
    LOCAL,
    GLOBAL,
    MUTABLE_GLOBAL,
    TABLE,
    TWO_TABLES,
    /** Alignment and offset. */
    ADDRESS,
    MEMORY,
    TWO_MEMORIES,
    I32,
    I64,
    F32,
    F64,
    HEAP_TYPE,
    DECLARED_FUNCTION,
    TAG,
    TRY_TABLE,
    DATA_AND_MEMORY,
    DATA,
    ELEMENTS_AND_TABLE,
    ELEMENTS,
    /** The rest of the opcode, then what follows it. */
    PREFIX
}
