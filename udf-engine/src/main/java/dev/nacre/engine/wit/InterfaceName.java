package dev.nacre.engine.wit;

/**
 * The parts of {@code namespace:package/interface@version}.
 *
 * @param packageName {@code namespace:package}
 * @param version without {@code @}, or empty
 */
record InterfaceName(String packageName, String name, String version) {
    /** Returns whether a name is that of an interface, not a plain one. */
    static boolean isInterface(String text) {
        return text.indexOf(':') >= 0 && text.indexOf('/') >= 0;
    }

    static InterfaceName parse(String text) {
        int at = text.indexOf('@');
        String path = at < 0 ? text : text.substring(0, at);
        int slash = path.indexOf('/');
        return new InterfaceName(
                path.substring(0, slash), path.substring(slash + 1), at < 0 ? "" : text.substring(at + 1));
    }

    /** Returns the package with its version. */
    String versionedPackage() {
        return packageName + (version.isEmpty() ? "" : "@" + version);
    }

    /** Returns how an interface is named inside another. */
    static String relative(String text, String from) {
        if (!isInterface(text)) {
            return Keywords.escape(text);
        }
        boolean samePackage = isInterface(from)
                && parse(from).versionedPackage().equals(parse(text).versionedPackage());
        return samePackage ? Keywords.escape(parse(text).name()) : text;
    }
}
