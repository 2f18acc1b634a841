package dev.nacre.engine.wit;

import java.util.Optional;

/** The parts of {@code [constructor]r}, {@code [method]r.f} and {@code [static]r.f} (Explainer.md, "Import and Export Definitions"). */
public final class ResourceFunctionName {
    private ResourceFunctionName() {}

    /** Returns the resource, or empty for another name. */
    public static Optional<String> resourceOf(String name) {
        if (!name.startsWith("[")) {
            return Optional.empty();
        }
        String bare = bare(name);
        int dot = bare.indexOf('.');
        return Optional.of(dot < 0 ? bare : bare.substring(0, dot));
    }

    /** Returns the function's own name; for a constructor that of the resource. */
    public static String functionOf(String name) {
        String bare = bare(name);
        return bare.substring(bare.indexOf('.') + 1);
    }

    private static String bare(String name) {
        return name.substring(name.indexOf(']') + 1);
    }
}
