package dev.nacre.engine.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that a guest holds open, also by the streams it made of it. Mutable, used by the instance's thread. */
public final class OpenFile implements OpenEntry, Closeable {
    /** Bytes that one step moves: the JDK keeps a buffer of that size for the thread. */
    private static final int STEP_BYTES = 1 << 16;

    /** Where no file can have a byte any more. */
    private static final long LAST_OFFSET = Long.MAX_VALUE - STEP_BYTES;

    private final FileUse use;
    private final FileChannel channel;
    private final FolderHandle folder;
    private final String name;
    private final FileStat opened;
    private final OpenRequest request;
    private @Nullable FileChannel end;
    private int users = 1;

    OpenFile(FileChannel channel, FolderHandle folder, String name, FileStat opened, OpenRequest request) {
        this.use = folder.use();
        this.channel = channel;
        this.folder = folder;
        this.name = name;
        this.opened = opened;
        this.request = request;
    }

    /** Looks at the file. Its times are those of when it was opened, once its name stands for another file. */
    @Override
    public FileStat stat() throws FileFailure {
        return named().orElse(opened).withSize(use.step(channel::size));
    }

    /** Looks at what its name stands for, if that is still this file. */
    private Optional<FileStat> named() throws FileFailure {
        return folder.stat(name).filter(found -> found.key().equals(opened.key()));
    }

    /** Returns whether it was opened to be read. */
    public boolean readable() {
        return request.read() || !request.write();
    }

    @Override
    public boolean writable() {
        return request.write();
    }

    /**
     * Reads.
     *
     * @param offset read as unsigned
     * @param most how many bytes at most, read as unsigned; fewer may come
     * @return no bytes at the end
     */
    public byte[] read(long offset, long most) throws FileFailure {
        require(readable());
        if (offset < 0 || offset > LAST_OFFSET || most == 0) {
            return new byte[0];
        }
        byte[] bytes = new byte[most < 0 || most > STEP_BYTES ? STEP_BYTES : (int) most];
        int count = Math.max(0, use.step(() -> channel.read(ByteBuffer.wrap(bytes), offset)));
        use.moved(count);
        return Arrays.copyOf(bytes, count);
    }

    /**
     * Writes all bytes.
     *
     * @param offset read as unsigned
     */
    public void write(byte[] bytes, long offset) throws FileFailure {
        require(writable());
        if (offset < 0 || offset > Long.MAX_VALUE - bytes.length) {
            throw new FileFailure(FileError.FILE_TOO_LARGE);
        }
        growTo(offset + bytes.length);
        inParts(bytes, (part, from) -> channel.write(part, offset + from));
    }

    /** Writes a part of some bytes, which begins so far behind the first. */
    @FunctionalInterface
    private interface PartWriter {
        int write(ByteBuffer part, int from) throws IOException;
    }

    private void inParts(byte[] bytes, PartWriter writer) throws FileFailure {
        for (int from = 0; from < bytes.length; ) {
            int begin = from;
            ByteBuffer part = ByteBuffer.wrap(bytes, begin, Math.min(STEP_BYTES, bytes.length - begin));
            int count = use.step(() -> writer.write(part, begin));
            use.moved(count);
            from += count;
        }
    }

    /**
     * Writes all bytes at the end. As many as one step moves come one behind the other, whoever else appends; but not in a file
     * that had lost its name before it was appended to first.
     */
    public void append(byte[] bytes) throws FileFailure {
        require(writable());
        FileChannel atEnd = end();
        if (atEnd == null) {
            write(bytes, use.step(channel::size));
        } else {
            use.grow(bytes.length);
            inParts(bytes, (part, from) -> atEnd.write(part));
        }
    }

    /** Returns what writes at the end alone: the file opened once more, because a place cannot be given to such a channel. */
    private @Nullable FileChannel end() throws FileFailure {
        if (end == null && named().isPresent()) {
            try (Pending pending = new Pending()) {
                FileChannel again = pending.add(folder.file(name, request.optionsToAppend()));
                if (named().isPresent()) {
                    pending.keep();
                    end = again;
                }
            }
        }
        return end;
    }

    /** Makes the file longer, by zeroes, or shorter. */
    public void resize(long size) throws FileFailure {
        require(writable());
        if (size < 0) {
            throw new FileFailure(FileError.FILE_TOO_LARGE);
        }
        long before = use.step(channel::size);
        growTo(size);
        if (size < before) {
            use.step(() -> channel.truncate(size));
        } else if (size > before) {
            use.step(() -> channel.write(ByteBuffer.wrap(new byte[1]), size - 1));
        }
    }

    private void growTo(long end) throws FileFailure {
        use.grow(Math.max(0, end - use.step(channel::size)));
    }

    private static void require(boolean may) throws FileFailure {
        if (!may) {
            throw new FileFailure(FileError.BAD_DESCRIPTOR);
        }
    }

    @Override
    public void setTimes(@Nullable FileTime accessed, @Nullable FileTime modified) throws FileFailure {
        require(writable());
        if (named().isEmpty()) {
            throw new FileFailure(FileError.BUSY);
        }
        folder.setTimes(name, accessed, modified);
    }

    @Override
    public void sync() throws FileFailure {
        use.step(() -> {
            channel.force(true);
            return channel;
        });
    }

    /** Takes part in holding the file open. */
    public OpenFile retain() {
        users++;
        return this;
    }

    @Override
    public void release() {
        users--;
        if (users == 0) {
            use.release(this);
        }
    }

    @Override
    public void close() {
        FileUse.closeQuietly(channel);
        if (end != null) {
            FileUse.closeQuietly(end);
        }
        folder.close();
    }
}
