package dev.nacre.engine.hostile;

import dev.nacre.engine.wit.PrimitiveType;

/** The bytes of primitive types: Binary.md, {@code primvaltype}. */
final class PrimitiveCode {
    private PrimitiveCode() {}

    static int of(PrimitiveType type) {
        return switch (type) {
            case BOOL -> 0x7f;
            case S8 -> 0x7e;
            case U8 -> 0x7d;
            case S16 -> 0x7c;
            case U16 -> 0x7b;
            case S32 -> 0x7a;
            case U32 -> 0x79;
            case S64 -> 0x78;
            case U64 -> 0x77;
            case F32 -> 0x76;
            case F64 -> 0x75;
            case CHAR -> 0x74;
            case STRING -> 0x73;
        };
    }
}
