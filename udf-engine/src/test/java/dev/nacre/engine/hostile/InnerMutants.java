package dev.nacre.engine.hostile;

import dev.nacre.testkit.Mutants;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages a component inside its sections, so that what is wrong is found late, or never. */
final class InnerMutants {
    private static final int MOST_TOUCHES = 3;
    private static final int I32_CONST = 0x41;

    /** Bytes, each range of which can often stand for one another: types, and instructions of one shape. */
    private static final int[][] ALIKE = {
        {0x73, 0x7f}, // primitive types; i32.shl to i32.rotr in code
        {0x46, 0x4f}, // comparisons of i32
        {0x51, 0x5a}, // comparisons of i64
        {0x6a, 0x72}, // arithmetic of i32
        {0x7c, 0x84}, // arithmetic of i64
        {0x2c, 0x2f}, // loads of i32
        {0x3a, 0x3b}, // stores of i32
        {0x68, 0x72}, // compound types
    };

    private InnerMutants() {}

    /** Returns a damaged copy; equal random numbers give equal copies. */
    static byte[] of(byte[] original, RandomGenerator random) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return damaged(original, random);
        }
        Sections sections = Sections.of(original);
        if (kind == 1) {
            rearrange(sections, random);
        } else if (kind < 5) {
            Sections.Leaf leaf = any(sections.leaves(), random);
            leaf.replace(damaged(leaf.bytes(), random));
        } else {
            touch(sections, random);
        }
        return sections.build();
    }

    private static byte[] damaged(byte[] bytes, RandomGenerator random) {
        return bytes.length == 0
                ? bytes
                : Mutants.of(bytes, random.nextLong()).get(0).bytes();
    }

    private static void rearrange(Sections whole, RandomGenerator random) {
        Sections level = any(whole.levels(), random);
        if (level.count() == 0) {
            return;
        }
        int index = random.nextInt(level.count());
        switch (random.nextInt(3)) {
            case 0 -> level.remove(index);
            case 1 -> level.move(index, random.nextInt(level.count()), true);
            default -> level.move(index, random.nextInt(level.count()), false);
        }
    }

    /** Changes single bytes to such as may stand there too. */
    private static void touch(Sections whole, RandomGenerator random) {
        boolean code = random.nextInt(4) != 0;
        List<Sections.Leaf> leaves = whole.leaves().stream()
                .filter(leaf -> leaf.code() == code && leaf.bytes().length > 3)
                .toList();
        for (int left = 1 + random.nextInt(MOST_TOUCHES); left > 0 && !leaves.isEmpty(); left--) {
            byte[] one = any(leaves, random).bytes();
            byte[] other = any(leaves, random).bytes();
            touch(one.length > other.length ? one : other, code, random);
        }
    }

    /** Leaves the number of locals and the end of a body alone: to change those is noticed at once. */
    private static void touch(byte[] bytes, boolean code, RandomGenerator random) {
        int position = code ? random.nextInt(1, bytes.length - 1) : random.nextInt(bytes.length);
        boolean constant = code && bytes[position - 1] == I32_CONST;
        bytes[position] = constant ? (byte) random.nextInt(0x80) : alike(bytes[position] & 0xff, random);
    }

    private static byte alike(int old, RandomGenerator random) {
        for (int[] range : ALIKE) {
            if (old >= range[0] && old <= range[1] && random.nextInt(8) != 0) {
                return (byte) random.nextInt(range[0], range[1] + 1);
            }
        }
        return (byte) (random.nextBoolean() ? old + random.nextInt(-2, 3) : old ^ 1 << random.nextInt(7));
    }

    private static <T> T any(List<T> items, RandomGenerator random) {
        return items.get(random.nextInt(items.size()));
    }
}
