package dev.nacre.engine.runtime;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Setting;
import dev.nacre.engine.core.BodyMeasures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compiled code as bytes, for the code cache: numbers big-endian, names in modified UTF-8.
 *
 * <pre>
 *     "nacre" (5 bytes), version (u8), functions in a class (u32),
 *     count (u32), for each long function: index (u32), bytes (u32),
 *     count (u32), for each cap on bodies: setting (u16 length and name), greatest number found (u64),
 *     count (u32), for each feature: u16 length and name,
 *     count (u32), for each class: name (u16 length and bytes), length (u32), class file
 * </pre>
 */
final class CodeEntry {
    /** Goes up when the layout changes; entries of other versions are made anew. */
    static final int VERSION = 2;

    private static final byte[] MAGIC = {'n', 'a', 'c', 'r', 'e'};

    private CodeEntry() {}

    static byte[] write(CompiledCode code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeByte(VERSION);
            out.writeInt(code.functionsPerClass());
            out.writeInt(code.longFunctions().size());
            for (Map.Entry<Integer, Integer> found : new TreeMap<>(code.longFunctions()).entrySet()) {
                out.writeInt(found.getKey());
                out.writeInt(found.getValue());
            }
            writeBodies(code.bodies(), out);
            out.writeInt(code.classes().size());
            for (Map.Entry<String, byte[]> found : new TreeMap<>(code.classes()).entrySet()) {
                out.writeUTF(found.getKey());
                out.writeInt(found.getValue().length);
                out.write(found.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeBodies(BodyMeasures bodies, DataOutputStream out) throws IOException {
        out.writeInt(bodies.most().size());
        for (Map.Entry<Setting, Long> found : new TreeMap<>(bodies.most()).entrySet()) {
            out.writeUTF(found.getKey().name());
            out.writeLong(found.getValue());
        }
        out.writeInt(bodies.features().size());
        for (CoreFeature feature : new TreeSet<>(bodies.features())) {
            out.writeUTF(feature.name());
        }
    }

    /** Returns what was written, or nothing when it was written in another version or is damaged. */
    static Optional<CompiledCode> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (byte expected : MAGIC) {
                if (in.readByte() != expected) {
                    return Optional.empty();
                }
            }
            if (in.readUnsignedByte() != VERSION) {
                return Optional.empty();
            }
            int functionsPerClass = in.readInt();
            Map<Integer, Integer> longFunctions = readLongFunctions(in);
            BodyMeasures bodies = readBodies(in);
            Map<String, byte[]> classes = readClasses(in);
            return functionsPerClass > 0 && in.available() == 0
                    ? Optional.of(new CompiledCode(classes, functionsPerClass, longFunctions, bodies))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Map<Integer, Integer> readLongFunctions(DataInputStream in) throws IOException {
        Map<Integer, Integer> longFunctions = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            longFunctions.put(in.readInt(), in.readInt());
        }
        return longFunctions;
    }

    /** @throws IllegalArgumentException for a name of nothing */
    private static BodyMeasures readBodies(DataInputStream in) throws IOException {
        Map<Setting, Long> most = new EnumMap<>(Setting.class);
        for (int left = in.readInt(); left > 0; left--) {
            most.put(Setting.valueOf(in.readUTF()), in.readLong());
        }
        Set<CoreFeature> features = EnumSet.noneOf(CoreFeature.class);
        for (int left = in.readInt(); left > 0; left--) {
            features.add(CoreFeature.valueOf(in.readUTF()));
        }
        return new BodyMeasures(most, features);
    }

    private static Map<String, byte[]> readClasses(DataInputStream in) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IOException("truncated");
            }
            classes.put(name, in.readNBytes(length));
        }
        return classes;
    }
}
