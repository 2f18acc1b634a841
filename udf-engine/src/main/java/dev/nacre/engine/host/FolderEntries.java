package dev.nacre.engine.host;

import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.files.Listing;
import dev.nacre.engine.wit.ResultValue;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind a handle of {@code wasi:filesystem/types#directory-entry-stream}.
 *
 * @param listing the names
 */
record FolderEntries(Listing listing) implements GuestObject {
    Object next() throws FileFailure {
        Optional<Object> entry =
                listing.next().map(found -> List.of(found.kind().type(), found.name()));
        return ResultValue.ok(entry);
    }

    @Override
    public void drop() {
        listing.release();
    }
}
