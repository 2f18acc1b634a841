package dev.nacre.engine.files;

import java.nio.file.attribute.BasicFileAttributes;

/** What a name in a folder stands for. */
public enum FileKind {
    DIRECTORY("directory"),
    FILE("regular-file"),
    LINK("symbolic-link"),
    /** A device, a pipe, a socket: nothing that a guest may open. */
    OTHER("unknown");

    private final String type;

    FileKind(String type) {
        this.type = type;
    }

    /** Returns the name that WASI has for it. */
    public String type() {
        return type;
    }

    static FileKind of(BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return DIRECTORY;
        }
        if (attributes.isSymbolicLink()) {
            return LINK;
        }
        return attributes.isRegularFile() ? FILE : OTHER;
    }
}
