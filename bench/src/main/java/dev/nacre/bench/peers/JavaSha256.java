package dev.nacre.bench.peers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** SHA-256 after FIPS 180-4, by hand. Immutable; safe for many threads. */
final class JavaSha256 {
    private static final int BLOCK = 64;

    /** Where the length of the message begins in its last block. */
    private static final int LENGTH_AT = BLOCK - Long.BYTES;

    /** The first 32 bits of the fractions of the square roots of the first 8 primes (section 5.3.3). */
    private static final int[] START = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };

    /** The same of the cube roots of the first 64 primes (section 4.2.2). */
    private static final int[] ROUNDS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    };

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private JavaSha256() {}

    static byte[] digest(byte[] data) {
        int[] state = START.clone();
        int[] words = new int[ROUNDS.length];
        int rest = data.length % BLOCK;
        int whole = data.length - rest;
        for (int at = 0; at < whole; at += BLOCK) {
            compress(state, words, data, at);
        }
        byte[] end = end(data, whole, rest);
        for (int at = 0; at < end.length; at += BLOCK) {
            compress(state, words, end, at);
        }
        byte[] digest = new byte[state.length * Integer.BYTES];
        for (int i = 0; i < state.length; i++) {
            WORDS.set(digest, i * Integer.BYTES, state[i]);
        }
        return digest;
    }

    /** Returns what is left of the message, a bit and the length in bits: one block, or two (section 5.1.1). */
    private static byte[] end(byte[] data, int from, int rest) {
        byte[] end = new byte[rest < LENGTH_AT ? BLOCK : 2 * BLOCK];
        System.arraycopy(data, from, end, 0, rest);
        end[rest] = (byte) 0x80;
        LONGS.set(end, end.length - Long.BYTES, (long) data.length * Byte.SIZE);
        return end;
    }

    /**
     * Section 6.2.2.
     *
     * @param words overwritten
     */
    private static void compress(int[] state, int[] words, byte[] data, int from) {
        schedule(words, data, from);
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int t = 0; t < ROUNDS.length; t++) {
            int sum1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int choice = g ^ (e & (f ^ g));
            int first = h + sum1 + choice + ROUNDS[t] + words[t];
            int sum0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int majority = (a & b) | (c & (a | b));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + sum0 + majority;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static void schedule(int[] words, byte[] data, int from) {
        for (int t = 0; t < 16; t++) {
            words[t] = (int) WORDS.get(data, from + t * Integer.BYTES);
        }
        for (int t = 16; t < words.length; t++) {
            int two = words[t - 2];
            int fifteen = words[t - 15];
            int sigma1 = Integer.rotateRight(two, 17) ^ Integer.rotateRight(two, 19) ^ (two >>> 10);
            int sigma0 = Integer.rotateRight(fifteen, 7) ^ Integer.rotateRight(fifteen, 18) ^ (fifteen >>> 3);
            words[t] = sigma1 + words[t - 7] + sigma0 + words[t - 16];
        }
    }
}
