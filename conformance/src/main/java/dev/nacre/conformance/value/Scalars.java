package dev.nacre.conformance.value;

import static dev.nacre.conformance.value.ScriptValues.mismatch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nacre.engine.wit.PrimitiveType;

/** Reads the values of primitive types: integers and the bits of floats are decimal strings. */
final class Scalars {
    private static final long U32 = 0xffff_ffffL;

    private Scalars() {}

    /**
     * @param patterns whether a NaN pattern stays one, instead of becoming the canonical NaN
     */
    static Object read(String place, JsonNode json, PrimitiveType type, boolean patterns) {
        return switch (type) {
            case BOOL -> bool(place, json);
            case S8 -> (byte) integer(place, json, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case U8 -> (short) integer(place, json, 0, 0xff);
            case S16 -> (short) integer(place, json, Short.MIN_VALUE, Short.MAX_VALUE);
            case U16 -> (int) integer(place, json, 0, 0xffff);
            case S32 -> (int) integer(place, json, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case U32 -> integer(place, json, 0, U32);
            case S64 -> integer(place, json, Long.MIN_VALUE, Long.MAX_VALUE);
            case U64 -> bits(place, json);
            case F32, F64 -> floating(place, json, type, patterns);
            case CHAR -> character(place, json);
            case STRING -> text(place, json);
        };
    }

    private static boolean bool(String place, JsonNode json) {
        if (!json.isBoolean()) {
            throw mismatch(place, "true or false", found(json));
        }
        return json.booleanValue();
    }

    private static long integer(String place, JsonNode json, long least, long most) {
        String text = text(place, json);
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw mismatch(place, "an integer from " + least + " to " + most, found(json));
        }
        throw mismatch(place, "an integer from " + least + " to " + most, found(json));
    }

    private static long bits(String place, JsonNode json) {
        try {
            return Long.parseUnsignedLong(text(place, json));
        } catch (NumberFormatException notANumber) {
            throw mismatch(place, "an unsigned integer of 64 bits", found(json));
        }
    }

    private static Object floating(String place, JsonNode json, PrimitiveType type, boolean patterns) {
        NanPattern pattern = ScriptValues.pattern(text(place, json)).orElse(null);
        if (pattern != null && patterns) {
            return pattern;
        }
        if (type == PrimitiveType.F32) {
            return pattern != null ? Float.NaN : Float.intBitsToFloat((int) integer(place, json, 0, U32));
        }
        return pattern != null ? Double.NaN : Double.longBitsToDouble(bits(place, json));
    }

    private static int character(String place, JsonNode json) {
        String text = text(place, json);
        if (text.isEmpty() || text.codePointCount(0, text.length()) != 1) {
            throw mismatch(place, "one character", found(json));
        }
        return text.codePointAt(0);
    }

    private static String text(String place, JsonNode json) {
        if (!json.isTextual()) {
            throw mismatch(place, "a string", found(json));
        }
        return json.textValue();
    }

    private static String found(JsonNode json) {
        return json.isMissingNode()
                ? "nothing"
                : ValueText.of(json.isTextual() ? json.textValue() : json.getNodeType());
    }
}
