package dev.nacre.engine.files;

import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * How something is to be opened.
 *
 * @param followLink whether a link at the end of the path is followed
 * @param create whether a file is made where there is none
 * @param exclusive whether there must not be one
 * @param truncate whether what is in it goes
 * @param folder whether it must be a folder
 * @param read whether it is read from
 * @param write whether it is written to
 * @param sync whether each write reaches the disk before it returns
 */
public record OpenRequest(
        boolean followLink,
        boolean create,
        boolean exclusive,
        boolean truncate,
        boolean folder,
        boolean read,
        boolean write,
        boolean sync) {

    boolean changes() {
        return create || truncate || write;
    }

    /** Returns the options to open a file that was not there, or was. */
    Set<OpenOption> options(boolean there) {
        Set<OpenOption> options = new HashSet<>(Set.of(LinkOption.NOFOLLOW_LINKS));
        addIf(options, read || !write, StandardOpenOption.READ);
        addIf(options, write || changes(), StandardOpenOption.WRITE);
        addIf(options, !there, StandardOpenOption.CREATE_NEW);
        addIf(options, truncate, StandardOpenOption.TRUNCATE_EXISTING);
        addIf(options, sync, StandardOpenOption.SYNC);
        return options;
    }

    /** Returns the options to open a file that is there, to append to it. */
    Set<OpenOption> optionsToAppend() {
        Set<OpenOption> options = new HashSet<>(Set.of(LinkOption.NOFOLLOW_LINKS, StandardOpenOption.APPEND));
        addIf(options, sync, StandardOpenOption.SYNC);
        return options;
    }

    private static void addIf(Set<OpenOption> options, boolean wanted, OpenOption option) {
        if (wanted) {
            options.add(option);
        }
    }
}
