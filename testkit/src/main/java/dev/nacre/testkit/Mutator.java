package dev.nacre.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** One way to damage a file. None changes the array it is given. */
enum Mutator {
    /** Turns one bit over. */
    FLIP_BIT {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            byte[] changed = bytes.clone();
            int position = random.nextInt(bytes.length);
            changed[position] = (byte) (changed[position] ^ (1 << random.nextInt(Byte.SIZE)));
            return changed;
        }
    },

    /** Replaces one byte, often by one that means something at the edge of a range. */
    SET_BYTE {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] = anyByte(random);
            return changed;
        }
    },

    /** Puts up to eight bytes in between. */
    INSERT {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            byte[] inserted = new byte[1 + random.nextInt(8)];
            for (int index = 0; index < inserted.length; index++) {
                inserted[index] = anyByte(random);
            }
            return splice(bytes, random.nextInt(bytes.length + 1), 0, inserted);
        }
    },

    /** Takes up to sixteen bytes out. */
    DELETE {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            int position = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(16), bytes.length - position);
            return splice(bytes, position, length, new byte[0]);
        }
    },

    /** Cuts the end off. */
    TRUNCATE {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },

    /** Puts a copy of up to 64 bytes elsewhere. */
    DUPLICATE_RANGE {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            int start = random.nextInt(bytes.length);
            int end = Math.min(start + 1 + random.nextInt(64), bytes.length);
            return splice(bytes, random.nextInt(bytes.length + 1), 0, Arrays.copyOfRange(bytes, start, end));
        }
    },

    /** Replaces what may be a variable-length integer by another, at the edge of a range or longer than needed. */
    SPLICE_INTEGER {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            int position = random.nextInt(bytes.length);
            int length = 1;
            while (bytes[position + length - 1] < 0 && position + length < bytes.length && length < MOST_LEB_BYTES) {
                length++;
            }
            return splice(bytes, position, length, EDGE_INTEGERS[random.nextInt(EDGE_INTEGERS.length)]);
        }
    };

    private static final int MOST_LEB_BYTES = 10;

    private static final byte[] EDGE_BYTES = {0, 1, 2, 0x3f, 0x40, 0x41, 0x60, 0x7f, (byte) 0x80, (byte) 0xff};

    /** LEB128 encodings, see https://webassembly.github.io/spec/core/binary/values.html#integers. */
    private static final byte[][] EDGE_INTEGERS = {
        leb(0),
        leb(1),
        leb(0x7f),
        leb(0x80),
        leb(0xffff),
        leb(0x1_0000),
        leb(0x7fff_ffffL),
        leb(0x8000_0000L),
        leb(0xffff_ffffL),
        leb(0x1_0000_0000L),
        leb(Long.MAX_VALUE),
        leb(-1),
        {(byte) 0x80, 0x00},
        {(byte) 0x81, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x00},
        {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x00},
        {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
    };

    /**
     * Returns a damaged copy.
     *
     * @param bytes at least one byte
     */
    abstract byte[] apply(byte[] bytes, RandomGenerator random);

    private static byte anyByte(RandomGenerator random) {
        return random.nextBoolean() ? EDGE_BYTES[random.nextInt(EDGE_BYTES.length)] : (byte) random.nextInt();
    }

    private static byte[] splice(byte[] bytes, int position, int removed, byte[] inserted) {
        byte[] result = new byte[bytes.length - removed + inserted.length];
        System.arraycopy(bytes, 0, result, 0, position);
        System.arraycopy(inserted, 0, result, position, inserted.length);
        int rest = position + removed;
        System.arraycopy(bytes, rest, result, position + inserted.length, bytes.length - rest);
        return result;
    }

    private static byte[] leb(long value) {
        byte[] encoded = new byte[MOST_LEB_BYTES];
        int length = 0;
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            encoded[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        encoded[length++] = (byte) rest;
        return Arrays.copyOf(encoded, length);
    }
}
