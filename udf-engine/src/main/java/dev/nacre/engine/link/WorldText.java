package dev.nacre.engine.link;

import dev.nacre.engine.wit.ComponentType;

/** A component's world as WIT text. */
final class WorldText {
    private WorldText() {}

    static String of(ComponentType type) {
        return type.toString();
    }
}
