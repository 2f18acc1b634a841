package dev.nacre.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A folder of the host that a guest may use, and nothing around it. A value: the folder is opened by the instance that
 * uses it.
 *
 * <p>The path leads over no symbolic link ({@link Path#toRealPath} gives one that does not), and nobody whom the
 * administrator does not trust may rename its parents: do not grant a folder to write in, and a folder inside it too, nor
 * one to write in that holds named pipes.
 *
 * @param name where the guest sees it, for example {@code /data}
 * @param folder an absolute path of the host; never shown to a guest
 * @param access what the guest may do there
 */
public record FolderGrant(String name, Path folder, FolderAccess access) {
    /**
     * Takes the parts.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for a path that is not absolute, or an empty name
     */
    public FolderGrant {
        requireNonNull(access, "access is null");
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw Grants.refused("granted folder '" + name + "': expected a name such as '/data'");
        }
        if (!folder.isAbsolute() || !folder.equals(folder.normalize())) {
            throw Grants.refused("granted folder '" + name + "': expected an absolute path without '.' and '..'; "
                    + "give the folder's real path");
        }
    }
}
