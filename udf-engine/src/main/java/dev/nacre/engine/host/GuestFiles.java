package dev.nacre.engine.host;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.files.GuestFolders;
import dev.nacre.engine.files.OpenFolder;
import java.util.List;

/** The folders of one instance, closed with it. Mutable, used by the instance's thread. */
final class GuestFiles implements HostState {
    private final GuestFolders folders;

    private GuestFiles(GuestFolders folders) {
        this.folders = folders;
    }

    /** Opens the folders that an instance was granted. */
    static List<OpenFolder> open(HostCall call) throws FileFailure {
        return state(call).folders.open();
    }

    /** Returns how many files and folders an instance holds open. */
    static int openCount(HostCall call) {
        return state(call).folders.openCount();
    }

    private static GuestFiles state(HostCall call) {
        return call.state(
                GuestFiles.class,
                () -> new GuestFiles(
                        new GuestFolders(call.meter(), call.grants().files())));
    }

    @Override
    public void end(LogSink log) {
        folders.close();
    }
}
