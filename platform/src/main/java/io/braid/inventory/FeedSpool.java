package io.braid.inventory;

import io.braid.inventory.FeedRows.RowFault;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * A feed's whole body in a nameless temporary file, with its hash. Rows are applied only when all of it has arrived, so
 * that a broken upload neither leaves half a feed nor empties the positions that were still to come.
 */
final class FeedSpool implements Closeable {
    /** Some ten million rows: above any real location, below what fills a disk. */
    static final long BYTES_MAX = 512L * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileChannel file;
    private final byte[] hash;

    private FeedSpool(FileChannel file, byte[] hash) {
        this.file = file;
        this.hash = hash;
    }

    /**
     * Reads to the end, or throws {@link RowFault} when there is no end; what else makes two feeds the same or not goes
     * into the hash too.
     */
    static FeedSpool of(InputStream body, FeedRequest request) throws IOException {
        MessageDigest digest = sha256();
        String how = request.mode() + " " + request.source() + " " + Objects.toString(request.asOf(), "") + "\n";
        digest.update(how.getBytes(StandardCharsets.UTF_8));
        FileChannel file = nameless();
        try {
            OutputStream out = Channels.newOutputStream(file);
            byte[] buffer = new byte[BUFFER_BYTES];
            long bytes = 0;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                bytes += n;
                if (bytes > BYTES_MAX) {
                    throw new RowFault("The file is larger than " + BYTES_MAX + " bytes; send it in parts.");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            return new FeedSpool(file, digest.digest());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    byte[] hash() {
        return hash.clone();
    }

    InputStream content() throws IOException {
        file.position(0);
        return new BufferedInputStream(Channels.newInputStream(file), BUFFER_BYTES);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Gone when it is closed, and when the process dies. */
    private static FileChannel nameless() throws IOException {
        Path path = Files.createTempFile("braid-feed-", ".tmp");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
