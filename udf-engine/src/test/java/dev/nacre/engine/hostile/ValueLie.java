package dev.nacre.engine.hostile;

import static dev.nacre.engine.hostile.Frame.PAGE;

import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.wit.WitType;

/**
 * A value that is none, said in core words.
 *
 * @param type what it claims to be
 * @param memory what lies in memory: an address and the words from there on; empty for nothing
 * @param words its core values where it travels flat, all of them i32
 * @param stored its bytes in memory, as words
 * @param fault what the engine says of it
 */
record ValueLie(
        String name, WitType type, CanonOption encoding, int[] memory, int[] words, int[] stored, String fault) {
    /** Where lies put what they point to. */
    static final int PLACE = 1024;

    static ValueLie of(String name, WitType type, String fault, int... words) {
        return new ValueLie(name, type, CanonOption.UTF8, new int[0], words, words, fault);
    }

    /** Puts words into memory at {@link #PLACE}. */
    ValueLie with(int... content) {
        return new ValueLie(name, type, encoding, content, words, stored, fault);
    }

    ValueLie in(CanonOption other) {
        return new ValueLie(name, type, other, memory, words, stored, fault);
    }

    /** Says what the value is in memory, where that is not its flat form. */
    ValueLie stored(int... other) {
        return new ValueLie(name, type, encoding, memory, words, other, fault);
    }

    /** Returns code that writes what the value points to. */
    Code prepared() {
        return Frame.write(new Code(), PLACE, memory);
    }

    /** Returns code that also pushes the core values. */
    Code pushed() {
        return push(prepared());
    }

    Code push(Code code) {
        for (int word : words) {
            code.i32(word);
        }
        return code;
    }

    static String outOfBounds(String what, long pointer, long length) {
        return what + " out of bounds of memory: pointer " + pointer + ", length " + length + ", memory of " + PAGE
                + " bytes";
    }

    @Override
    public String toString() {
        return name;
    }
}
