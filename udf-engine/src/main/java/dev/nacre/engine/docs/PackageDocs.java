package dev.nacre.engine.docs;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The comments of one WIT package. Texts are empty where there is none.
 *
 * @param name {@code namespace:package@version}; empty where the section does not say it
 * @param interfaces by name, the comments of each one's functions and types, which resources are among
 */
record PackageDocs(String name, String text, Map<String, World> worlds, Map<String, Map<String, String>> interfaces) {
    /**
     * The comments of one world.
     *
     * @param interfaces those that it exports under a name of its own
     * @param functions those that it exports itself
     */
    record World(String text, Map<String, Map<String, String>> interfaces, Map<String, String> functions) {}

    String summary() {
        return first(worlds.values().stream().map(World::text), text);
    }

    /** Returns the comment of a function that a world exports. */
    String function(String function) {
        return first(worlds.values().stream().map(world -> world.functions().getOrDefault(function, "")), "");
    }

    /**
     * Returns the comment of a function in an interface.
     *
     * @param qualified {@code namespace:package/interface@version}, or the name that the world gives it
     */
    String function(String qualified, String function) {
        int slash = qualified.indexOf('/');
        if (slash < 0) {
            return first(worlds.values().stream().map(world -> function(world.interfaces(), qualified, function)), "");
        }
        int version = qualified.indexOf('@', slash);
        String path = version < 0 ? qualified : qualified.substring(0, version);
        String owner = path.substring(0, slash) + qualified.substring(path.length());
        return name.isEmpty() || name.equals(owner) ? function(interfaces, path.substring(slash + 1), function) : "";
    }

    private static String function(Map<String, Map<String, String>> interfaces, String name, String function) {
        return interfaces.getOrDefault(name, Map.of()).getOrDefault(function, "");
    }

    private static String first(Stream<String> texts, String otherwise) {
        return texts.filter(text -> !text.isEmpty()).findFirst().orElse(otherwise);
    }
}
