package dev.nacre.engine;

/** What a guest may do in a folder it was granted. */
public enum FolderAccess {
    /** List, read, and look at names, sizes and times. */
    READ_ONLY,
    /** The same, and make, change, rename and remove files and folders. */
    READ_WRITE
}
