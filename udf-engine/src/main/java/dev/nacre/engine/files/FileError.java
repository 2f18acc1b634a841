package dev.nacre.engine.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Locale;
import java.util.Map;

/** Why something with a file failed: the {@code error-code}s of {@code wasi:filesystem} that this host gives. */
public enum FileError {
    ACCESS,
    BAD_DESCRIPTOR,
    BUSY,
    CROSS_DEVICE,
    EXIST,
    FILE_TOO_LARGE,
    ILLEGAL_BYTE_SEQUENCE,
    INSUFFICIENT_SPACE,
    INVALID,
    IO,
    IS_DIRECTORY,
    LOOP,
    NAME_TOO_LONG,
    NO_ENTRY,
    NOT_DIRECTORY,
    NOT_EMPTY,
    NOT_PERMITTED,
    QUOTA,
    READ_ONLY,
    TEXT_FILE_BUSY,
    TOO_MANY_LINKS,
    UNSUPPORTED;

    /**
     * What the JDK says in words alone. They are Linux's own, in English unless the host's locale has others; then the error
     * is {@link #IO}.
     */
    private static final Map<String, FileError> WORDS = Map.ofEntries(
            Map.entry("Directory not empty", NOT_EMPTY),
            Map.entry("Device or resource busy", BUSY),
            Map.entry("Disk quota exceeded", INSUFFICIENT_SPACE),
            Map.entry("File exists", EXIST),
            Map.entry("File name too long", NAME_TOO_LONG),
            Map.entry("File too large", FILE_TOO_LARGE),
            Map.entry("Invalid argument", INVALID),
            Map.entry("Invalid cross-device link", CROSS_DEVICE),
            Map.entry("Is a directory", IS_DIRECTORY),
            Map.entry("No space left on device", INSUFFICIENT_SPACE),
            Map.entry("Not a directory", NOT_DIRECTORY),
            Map.entry("Operation not permitted", NOT_PERMITTED),
            Map.entry("Permission denied", ACCESS),
            Map.entry("Read-only file system", READ_ONLY),
            Map.entry("Text file busy", TEXT_FILE_BUSY),
            Map.entry("Too many links", TOO_MANY_LINKS),
            Map.entry("Too many open files", QUOTA));

    /** How the JDK begins to say that a step would have followed a link. */
    private static final String LINK_WORDS = "Too many levels of symbolic links";

    /** Returns the name that WASI has for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FileError of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return NO_ENTRY;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return EXIST;
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return NOT_EMPTY;
        }
        if (failure instanceof NotDirectoryException) {
            return NOT_DIRECTORY;
        }
        if (failure instanceof AccessDeniedException) {
            return ACCESS;
        }
        if (failure instanceof NotLinkException) {
            return INVALID;
        }
        return failure instanceof ClosedChannelException ? BAD_DESCRIPTOR : byWords(failure);
    }

    private static FileError byWords(IOException failure) {
        String words = failure instanceof FileSystemException detailed ? detailed.getReason() : failure.getMessage();
        if (words == null) {
            return IO;
        }
        return words.startsWith(LINK_WORDS) ? LOOP : WORDS.getOrDefault(words, IO);
    }
}
