package org.pinn4j.io.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** An open file of a {@link MemoryDisk}, or its folder, which can only be forced. */
final class MemoryChannel extends FileChannel {
    private final MemoryDisk disk;
    private final MemoryDisk.File file; // null: the folder
    private boolean mine;
    private int position;

    MemoryChannel(MemoryDisk disk, MemoryDisk.File file) {
        this.disk = disk;
        this.file = file;
    }

    @Override
    public int read(ByteBuffer to) {
        int n = Math.min(to.remaining(), file.seen.length - position);
        if (n <= 0) {
            return to.hasRemaining() ? -1 : 0;
        }
        to.put(file.seen, position, n);
        position += n;
        return n;
    }

    /** A write that fails has written half. */
    @Override
    public int write(ByteBuffer from) throws IOException {
        int n = from.remaining();
        try {
            disk.act(MemoryDisk.Action.WRITE);
        } catch (IOException e) {
            put(from, n / 2);
            throw e;
        }
        put(from, n);
        return n;
    }

    private void put(ByteBuffer from, int n) {
        file.seen = Arrays.copyOf(file.seen, Math.max(file.seen.length, position + n));
        from.get(file.seen, position, n);
        position += n;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        int before = position;
        position = (int) at;
        int n = write(from);
        position = before;
        return n;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        if (file == null) {
            disk.forceFolder();
        } else {
            disk.force(file);
        }
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) {
        if (file.locked) {
            throw new OverlappingFileLockException();
        }
        file.locked = true;
        mine = true;
        return new FileLock(this, from, size, shared) {
            @Override
            public boolean isValid() {
                return file.locked;
            }

            @Override
            public void release() {
                implCloseChannel();
            }
        };
    }

    @Override
    protected void implCloseChannel() {
        if (mine) {
            file.locked = false;
        }
    }

    @Override
    public long size() {
        return file.seen.length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileChannel position(long to) {
        position = (int) to;
        return this;
    }

    @Override
    public FileChannel truncate(long size) {
        file.seen = Arrays.copyOf(file.seen, (int) Math.min(size, file.seen.length));
        return this;
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long from, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer to, long from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long from, long size, boolean shared) {
        return tryLock(from, size, shared);
    }
}
