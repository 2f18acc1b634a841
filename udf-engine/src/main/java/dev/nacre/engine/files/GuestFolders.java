package dev.nacre.engine.files;

import dev.nacre.engine.FileGrants;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.sandbox.Meter;
import java.util.ArrayList;
import java.util.List;

/** The folders that one instance was granted, opened when it asks for them first. Mutable, used by the instance's thread. */
public final class GuestFolders implements AutoCloseable {
    private final FileGrants grants;
    private final FileUse use;
    private final List<Root> roots = new ArrayList<>();

    /** Makes the folders of an instance. */
    public GuestFolders(Meter meter, FileGrants grants) {
        this.grants = grants;
        this.use = new FileUse(meter, grants);
    }

    /**
     * Opens each granted folder, in their order.
     *
     * @throws dev.nacre.engine.EngineException with {@link dev.nacre.engine.ErrorCode#BAD_SETTING} when there is none, or
     *     none that a guest can be kept inside
     */
    public List<OpenFolder> open() throws FileFailure {
        List<OpenFolder> folders = new ArrayList<>();
        boolean all = false;
        try {
            for (Root root : roots()) {
                folders.add(OpenFolder.open(root, root.handle()));
            }
            all = true;
            return folders;
        } finally {
            if (!all) {
                folders.forEach(OpenFolder::release);
            }
        }
    }

    private List<Root> roots() {
        for (FolderGrant grant :
                grants.folders().subList(roots.size(), grants.folders().size())) {
            roots.add(Root.open(grant, use));
        }
        return roots;
    }

    /** Returns how many files and folders are open, but for the granted folders themselves. */
    public int openCount() {
        return use.openCount();
    }

    /** Closes all. */
    @Override
    public void close() {
        use.close();
        roots.forEach(Root::close);
        roots.clear();
    }
}
