package io.braid.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An answer that is written while the request is still being read. It goes through a file, from which another thread
 * sends it: a client that reads its answer only when it has sent everything would otherwise stop both sides. Memory
 * stays constant; the file goes when the answer is sent.
 */
final class Spool implements AutoCloseable {
    private final FileChannel file;
    private final Path path;
    private final Thread sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private long written;
    private boolean complete;

    private Spool(Path path, OutputStream out) throws IOException {
        this.path = path;
        this.file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.sender = Thread.ofVirtual().name("spool").start(() -> send(out));
    }

    static Spool to(OutputStream out) throws IOException {
        return new Spool(Files.createTempFile("braid-answer-", ".ndjson"), out);
    }

    void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long at = written;
        while (buffer.hasRemaining()) {
            at += file.write(buffer, at);
        }
        advance(at, false);
    }

    private void advance(long to, boolean last) {
        lock.lock();
        try {
            written = to;
            complete = last;
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    private void send(OutputStream out) {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        long sent = 0;
        try {
            while (waitForMore(sent)) {
                buffer.clear();
                sent += file.read(buffer, sent);
                out.write(buffer.array(), 0, buffer.position());
                out.flush();
            }
        } catch (IOException gone) {
            // The client does not listen any more; what it sent is handled all the same.
            return;
        }
    }

    private boolean waitForMore(long sent) {
        lock.lock();
        try {
            // The file may hold more than was announced: what the writer is about to announce was read already.
            while (sent >= written && !complete) {
                more.awaitUninterruptibly();
            }
            return sent < written;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the answer and waits until it is sent. */
    @Override
    public void close() throws IOException {
        advance(written, true);
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            file.close();
            Files.deleteIfExists(path);
        }
    }
}
