package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A well-formed component or core module cut into its sections, nested ones and function bodies too, so that a part can be
 * damaged without breaking the sizes around it.
 */
final class Sections {
    private static final int PREAMBLE = 8;
    private static final int CORE_MODULE = 1;
    private static final int COMPONENT = 4;
    private static final int CODE = 10;

    private final byte[] preamble;
    private final boolean component;
    private final List<Section> sections = new ArrayList<>();

    /** One section: bytes, or what is nested in it, or function bodies. */
    private static final class Section {
        private final int id;
        private final List<byte[]> leaves = new ArrayList<>();
        private final boolean bodies;
        private Sections nested;

        Section(int id, boolean bodies) {
            this.id = id;
            this.bodies = bodies;
        }

        byte[] build() {
            byte[] content;
            if (nested != null) {
                content = nested.build();
            } else if (bodies) {
                content = join(
                        leb(leaves.size()),
                        join(leaves.stream()
                                .map(body -> join(leb(body.length), body))
                                .toArray(byte[][]::new)));
            } else {
                content = leaves.get(0);
            }
            return join(bytes(id), leb(content.length), content);
        }
    }

    /**
     * A place of bytes that can be replaced.
     *
     * @param code whether it is the body of a core function
     */
    record Leaf(List<byte[]> holder, int index, boolean code) {
        byte[] bytes() {
            return holder.get(index);
        }

        void replace(byte[] other) {
            holder.set(index, other);
        }
    }

    private Sections(byte[] preamble) {
        this.preamble = preamble;
        this.component = preamble[6] == 1;
    }

    /** Cuts a component or core module that is well formed. */
    static Sections of(byte[] whole) {
        Sections result = new Sections(Arrays.copyOf(whole, PREAMBLE));
        Reader reader = new Reader(whole, PREAMBLE);
        while (!reader.atEnd()) {
            int id = reader.next();
            result.sections.add(result.section(id, reader.take(reader.number())));
        }
        return result;
    }

    private Section section(int id, byte[] content) {
        Section section = new Section(id, !component && id == CODE);
        if (component && (id == CORE_MODULE || id == COMPONENT)) {
            section.nested = of(content);
        } else if (section.bodies) {
            Reader reader = new Reader(content, 0);
            for (int left = reader.number(); left > 0; left--) {
                section.leaves.add(reader.take(reader.number()));
            }
        } else {
            section.leaves.add(content);
        }
        return section;
    }

    byte[] build() {
        return join(preamble, join(sections.stream().map(Section::build).toArray(byte[][]::new)));
    }

    /** Returns every place of bytes. */
    List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        for (Section section : sections) {
            if (section.nested != null) {
                leaves.addAll(section.nested.leaves());
            }
            for (int i = 0; i < section.leaves.size(); i++) {
                leaves.add(new Leaf(section.leaves, i, section.bodies));
            }
        }
        return leaves;
    }

    /** Returns this and all that is nested in it. */
    List<Sections> levels() {
        List<Sections> levels = new ArrayList<>(List.of(this));
        sections.stream()
                .filter(section -> section.nested != null)
                .forEach(section -> levels.addAll(section.nested.levels()));
        return levels;
    }

    int count() {
        return sections.size();
    }

    void remove(int index) {
        sections.remove(index);
    }

    /** Puts a section also, or only, to another place. */
    void move(int from, int to, boolean keep) {
        Section section = sections.get(from);
        if (!keep) {
            sections.remove(from);
        }
        sections.add(Math.min(to, sections.size()), section);
    }

    /** Reads what is known to be well formed. */
    private static final class Reader {
        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes, int position) {
            this.bytes = bytes;
            this.position = position;
        }

        boolean atEnd() {
            return position == bytes.length;
        }

        int next() {
            return bytes[position++] & 0xff;
        }

        int number() {
            int result = 0;
            int shift = 0;
            int next;
            do {
                next = next();
                result |= (next & 0x7f) << shift;
                shift += 7;
            } while (next >= 0x80);
            return result;
        }

        byte[] take(int length) {
            position += length;
            return Arrays.copyOfRange(bytes, position - length, position);
        }
    }
}
