package io.braid.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A request whose body ends at a limit: what comes beyond is not read, whatever length was announced. Handlers of
 * streams lift the limit before they read.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
    /** An order of five thousand lines fits; more belongs to a stream. */
    static final int BODY_BYTES_MAX = 1_048_576;

    private static final String UNLIMITED = LimitedRequest.class.getName() + ".unlimited";

    LimitedRequest(HttpServletRequest request) {
        super(request);
    }

    static void lift(ServletRequest request) {
        request.setAttribute(UNLIMITED, true);
    }

    /** Says no before a byte is read, when the announced length is too much already. */
    static void checkAnnounced(HttpServletRequest request) throws TooLarge {
        if (request.getContentLengthLong() > BODY_BYTES_MAX) {
            throw new TooLarge();
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream body = super.getInputStream();
        return getAttribute(UNLIMITED) == null ? new Limited(body) : body;
    }

    /** The body is longer than it may be. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("the body has more than " + BODY_BYTES_MAX + " bytes");
        }
    }

    private static final class Limited extends ServletInputStream {
        private final ServletInputStream body;
        private long left = BODY_BYTES_MAX;

        Limited(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLarge {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
