package dev.nacre.engine.testing;

import dev.nacre.engine.binary.ComponentBytes;
import dev.nacre.testkit.Mutants;
import dev.nacre.testkit.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Damaged copies of a component or core module whose sections say their right length, so that what is wrong is met behind
 * the first checks of a decoder. Sections of nested components and modules are damaged likewise.
 */
public final class SectionMutants {
    private static final int PREAMBLE = 8;
    private static final byte[] CORE_MODULE = {1, 0};

    private SectionMutants() {}

    /** Returns the mutant with a number; the same file and seed give the same. */
    public static byte[] of(byte[] file, int number) {
        return mutate(file, number, Seeds.random(number));
    }

    private static byte[] mutate(byte[] file, int number, RandomGenerator random) {
        List<byte[]> parts = sections(file);
        int chosen = random.nextInt(parts.size());
        byte[] section = parts.get(chosen);
        byte[] content = content(section);
        boolean core = Arrays.equals(file, 4, 6, CORE_MODULE, 0, 2);
        boolean holdsSections = !core && (section[0] == 1 || section[0] == 4) && content.length > PREAMBLE;
        byte[] changed = holdsSections && random.nextInt(8) != 0
                ? mutate(content, number, random)
                : Mutants.of(content, Seeds.seed()).get(number).bytes();
        parts.set(chosen, ComponentBytes.section(section[0], changed));
        return ComponentBytes.join(Arrays.copyOf(file, PREAMBLE), ComponentBytes.join(parts.toArray(byte[][]::new)));
    }

    private static List<byte[]> sections(byte[] file) {
        List<byte[]> parts = new ArrayList<>();
        int start = PREAMBLE;
        while (start < file.length) {
            int end = contentStart(file, start) + contentLength(file, start);
            parts.add(Arrays.copyOfRange(file, start, end));
            start = end;
        }
        return parts;
    }

    private static byte[] content(byte[] section) {
        return Arrays.copyOfRange(section, contentStart(section, 0), section.length);
    }

    private static int contentStart(byte[] bytes, int section) {
        int position = section + 1;
        while (bytes[position] < 0) {
            position++;
        }
        return position + 1;
    }

    private static int contentLength(byte[] bytes, int section) {
        int length = 0;
        for (int position = section + 1, shift = 0; position < contentStart(bytes, section); position++, shift += 7) {
            length |= (bytes[position] & 0x7f) << shift;
        }
        return length;
    }
}
