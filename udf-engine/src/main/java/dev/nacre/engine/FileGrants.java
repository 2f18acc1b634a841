package dev.nacre.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The folders that a guest may use, and how much of them.
 *
 * @param folders in the order the guest sees
 * @param openFiles how many files and folders an instance may hold open at once. 64: a guest holds a few, and the process
 *     has often no more than 1,024 for everybody
 * @param writtenBytes by how many bytes an instance may fill the disk, a new name counted as 4 KiB. 64 MiB: four times what
 *     a guest has of memory
 */
public record FileGrants(List<FolderGrant> folders, int openFiles, long writtenBytes) {
    /** No folders. */
    static final FileGrants NONE = new FileGrants(List.of(), 64, 64L << 20);

    /**
     * Takes the parts.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for numbers below 0, and folders of one name
     */
    public FileGrants {
        folders = List.copyOf(folders);
        if (openFiles < 0 || writtenBytes < 0) {
            throw Grants.refused("granted files: expected numbers from 0 on, found " + openFiles + " open files and "
                    + writtenBytes + " written bytes; correct them");
        }
        long names = folders.stream().map(FolderGrant::name).distinct().count();
        if (names < folders.size()) {
            throw Grants.refused("granted folders: expected a name of its own for each, found "
                    + folders.stream().map(FolderGrant::name).toList() + "; correct them");
        }
    }

    /** Returns these folders and one more. */
    FileGrants and(FolderGrant folder) {
        List<FolderGrant> all = new ArrayList<>(folders);
        all.add(folder);
        return new FileGrants(all, openFiles, writtenBytes);
    }
}
