package io.braid.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A request whose body, of any length, is fingerprinted while it is read. */
final class CountedRequest extends HttpServletRequestWrapper {
    private final MessageDigest digest;
    private @Nullable ServletInputStream stream;

    CountedRequest(HttpServletRequest request) {
        super(request);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of the whole body: reads what is left of it. */
    byte[] fingerprint() throws IOException {
        getInputStream().transferTo(OutputStream.nullOutputStream());
        return digest.digest();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Counted(super.getInputStream());
        }
        return stream;
    }

    private final class Counted extends ServletInputStream {
        private final InputStream body;
        private boolean ended;

        Counted(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            if (one >= 0) {
                digest.update((byte) one);
            }
            ended |= one < 0;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            if (count > 0) {
                digest.update(into, offset, count);
            }
            ended |= count < 0;
            return count;
        }

        /** A handler that is done with it is not the last who reads. */
        @Override
        public void close() {}

        @Override
        public boolean isFinished() {
            return ended;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("a streamed body is read by waiting for it");
        }
    }
}
