package dev.nacre.engine.host;

import dev.nacre.engine.files.OpenEntry;

/**
 * What stands behind a handle of {@code wasi:filesystem/types#descriptor}.
 *
 * @param entry the file or the folder
 */
record Descriptor(OpenEntry entry) implements GuestObject {
    @Override
    public void drop() {
        entry.release();
    }
}
