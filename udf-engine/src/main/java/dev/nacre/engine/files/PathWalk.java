package dev.nacre.engine.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Walks along a path of a guest, step by step, never out of the folder where it begins. Used once.
 *
 * <p>Links are followed here and not by the operating system: their text is walked like the rest of the path. {@code ..}
 * walks anew from the start to the folder before, because the folder above an open one may be another by now.
 */
final class PathWalk {
    private static final int MOST_CHARACTERS = 4096;
    private static final int MOST_LINKS = 40;

    private final Root root;
    private final FolderHandle base;
    private final boolean followLast;

    private final Deque<String> steps = new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();
    private FolderHandle here;
    private boolean slashed;
    private int links;

    /**
     * Begins a walk.
     *
     * @param followLast whether a link at the end of the path is followed
     */
    PathWalk(Root root, FolderHandle base, boolean followLast) {
        this.root = root;
        this.base = base;
        this.here = base;
        this.followLast = followLast;
    }

    /** Walks to the end. The caller closes the place. */
    Place to(String path) throws FileFailure {
        boolean arrived = false;
        try {
            add(path);
            Place place = walk();
            arrived = true;
            return place;
        } finally {
            if (!arrived) {
                leave();
            }
        }
    }

    private Place walk() throws FileFailure {
        while (!steps.isEmpty()) {
            String step = steps.pop();
            if (step.equals("..")) {
                up();
            } else if (!step.equals(".")) {
                Optional<FileStat> found = here.stat(step);
                if (steps.isEmpty() && !isToFollow(found)) {
                    return new Place(here, here == base, step, found, slashed);
                }
                over(step, found.orElseThrow(() -> new FileFailure(FileError.NO_ENTRY)));
            }
        }
        return new Place(here, here == base, null, Optional.empty(), slashed);
    }

    private boolean isToFollow(Optional<FileStat> last) {
        return (followLast || slashed) && last.isPresent() && last.get().kind() == FileKind.LINK;
    }

    private void over(String step, FileStat found) throws FileFailure {
        if (found.kind() == FileKind.LINK) {
            follow(step);
        } else if (found.kind() == FileKind.DIRECTORY) {
            down(step);
        } else {
            throw new FileFailure(FileError.NOT_DIRECTORY);
        }
    }

    private void follow(String step) throws FileFailure {
        if (links++ >= MOST_LINKS) {
            throw new FileFailure(FileError.LOOP);
        }
        add(LinkText.of(root, here, step));
    }

    /** Puts the steps of a path before those that are left. */
    private void add(String path) throws FileFailure {
        requireWalkable(path);
        List<String> added = new ArrayList<>();
        for (String step : path.split("/")) {
            if (!step.isEmpty()) {
                added.add(step);
            }
        }
        slashed |= steps.isEmpty() && path.endsWith("/");
        for (int i = added.size() - 1; i >= 0; i--) {
            steps.push(added.get(i));
        }
    }

    static void requireWalkable(String path) throws FileFailure {
        if (path.isEmpty()) {
            throw new FileFailure(FileError.NO_ENTRY);
        }
        if (path.charAt(0) == '/') {
            throw new FileFailure(FileError.NOT_PERMITTED);
        }
        if (path.indexOf('\0') >= 0) {
            throw new FileFailure(FileError.INVALID);
        }
        if (path.length() > MOST_CHARACTERS) {
            throw new FileFailure(FileError.NAME_TOO_LONG);
        }
    }

    private void down(String step) throws FileFailure {
        FolderHandle next = here.folder(step);
        leave();
        here = next;
        taken.add(step);
    }

    private void up() throws FileFailure {
        if (taken.isEmpty()) {
            throw new FileFailure(FileError.NOT_PERMITTED);
        }
        List<String> before = List.copyOf(taken.subList(0, taken.size() - 1));
        leave();
        here = base;
        taken.clear();
        for (String step : before) {
            down(step);
        }
    }

    private void leave() {
        if (here != base) {
            here.close();
        }
    }
}
