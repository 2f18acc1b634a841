package dev.nacre.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives out the built samples by the name of their source, such as {@code telemetry-rust}: components, and a few files
 * that only look like one.
 */
public final class Guests {

    private static final String FOLDER = "guests/";
    private static final String CHECKSUMS = "SHA256SUMS";
    private static final String COMPONENT = ".component.wasm";
    private static final String CORE_MODULE = ".wasm";
    private static final String WORLD = ".wit";

    private Guests() {}

    /** Returns the names of all guests that are components, sorted. */
    public static SortedSet<String> names() {
        return checksums().keySet().stream()
                .filter(file -> file.endsWith(COMPONENT))
                .map(file -> file.substring(0, file.length() - COMPONENT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns a guest's binary.
     *
     * @param name the guest's name
     * @return a new array
     * @throws IllegalArgumentException when there is no such guest
     */
    public static byte[] bytes(String name) {
        return resource(fileName(name));
    }

    /**
     * Returns the WIT text of a guest's world as the stock tools print it, or nothing for a guest written by hand.
     *
     * @param name the guest's name
     * @throws IllegalArgumentException when there is no such guest
     */
    public static Optional<String> world(String name) {
        fileName(name);
        return optionalResource(name + WORLD).map(Guests::text);
    }

    /**
     * Writes a guest's binary into a folder.
     *
     * @param name the guest's name
     * @param folder a folder that exists
     * @return the file, named as the build names it
     * @throws IllegalArgumentException when there is no such guest
     */
    public static Path file(String name, Path folder) {
        try {
            return Files.write(folder.resolve(fileName(name)), bytes(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the SHA-256 of each file in hexadecimal digits of lower case, by file name, as the list beside them says. */
    static SortedMap<String, String> checksums() {
        SortedMap<String, String> checksums = new TreeMap<>();
        text(resource(CHECKSUMS)).lines().map(line -> line.split("\\s+", 2)).forEach(parts -> {
            checksums.put(parts[1].substring(parts[1].lastIndexOf('/') + 1), parts[0]);
        });
        return checksums;
    }

    private static String fileName(String name) {
        Map<String, String> checksums = checksums();
        return Stream.of(name + COMPONENT, name + CORE_MODULE)
                .filter(checksums::containsKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("guest '" + name + "': expected one of "
                        + checksums.keySet() + "; build it and list its checksum"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        return optionalResource(name)
                .orElseThrow(() -> new IllegalStateException("resource '" + FOLDER + name + "' is missing"));
    }

    private static Optional<byte[]> optionalResource(String name) {
        try (InputStream stream = Guests.class.getResourceAsStream(FOLDER + name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
