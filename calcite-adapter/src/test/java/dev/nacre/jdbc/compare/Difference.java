package dev.nacre.jdbc.compare;

import java.util.List;

/**
 * What both drivers answered to one call, when it is not the same: the answer itself and what {@link Probe} found behind it,
 * one entry each.
 *
 * @param route who runs the statements
 * @param method the name of the method that was called
 * @param state the name of the state that it was called in
 */
record Difference(Texts.Route route, String method, String state, List<String> h2, List<String> nacre) {
    static Difference of(Texts.Route route, String method, String state, String expected, String found) {
        return new Difference(route, method, state, entries(expected), entries(found));
    }

    /** Rows and the text of a statement go on further inside, or at the margin. */
    private static List<String> entries(String answers) {
        return List.of(answers.split("\n {2}(?=\\S)", -1));
    }

    int size() {
        return Math.max(h2.size(), nacre.size());
    }

    boolean isEqual(int entry) {
        return h2.size() == nacre.size() && h2.get(entry).equals(nacre.get(entry));
    }

    /** Returns what is behind the name of H2's entry, empty where it has none. */
    String ofH2(int entry) {
        return value(h2, entry);
    }

    /** Returns what is behind the name of Nacre's entry, empty where it has none. */
    String ofNacre(int entry) {
        return value(nacre, entry);
    }

    /** The first entry is the answer, the others begin with a name. */
    private static String value(List<String> entries, int index) {
        String entry = index >= 0 && index < entries.size() ? entries.get(index) : "";
        String separator = entry.startsWith("answer: ") ? ": " : "=";
        int at = entry.indexOf(separator);
        return at < 0 ? "" : entry.substring(at + separator.length());
    }

    /** Returns the index of the first entry of a name, -1 when there is none. */
    int first(String name) {
        List<String> names = nacre.stream()
                .map(entry -> entry.substring(0, Math.max(0, entry.indexOf('='))))
                .toList();
        return names.indexOf(name);
    }
}
