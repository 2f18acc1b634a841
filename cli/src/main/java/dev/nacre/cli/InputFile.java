package dev.nacre.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Checks files that are named on the command line. */
final class InputFile {
    private InputFile() {}

    /** Returns the path of a regular file that can be read, or refuses the call as wrong usage. */
    static Path path(String name) {
        Path path = parsed(name);
        if (!Files.isRegularFile(path)) {
            throw CommandException.usage("'" + name + "': expected a file, found "
                    + (Files.exists(path) ? "something else" : "nothing of that name"));
        }
        if (!Files.isReadable(path)) {
            throw CommandException.usage("'" + name + "' may not be read; check its rights");
        }
        return path;
    }

    private static Path parsed(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException unusable) {
            throw CommandException.usage("'" + name + "' is no path: " + unusable.getReason());
        }
    }
}
