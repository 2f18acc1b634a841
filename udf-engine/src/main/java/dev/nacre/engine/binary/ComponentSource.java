package dev.nacre.engine.binary;

import java.util.List;

/**
 * A decoded component: its definitions in order, as they were written. References are indices that nobody has checked.
 */
public record ComponentSource(List<Located> definitions) {
    public ComponentSource {
        definitions = List.copyOf(definitions);
    }
}
