package io.braid.api;

import io.braid.store.Idempotency;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is written and not yet sent: the transaction it tells of may still fail, and is then told again from
 * the beginning. One that grows beyond what is to be held is sent as it comes, and is not whole here.
 */
final class HeldResponse extends HttpServletResponseWrapper {
    /** What a repetition is answered besides status and body. */
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1_024);
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable PrintWriter writer;
    private int status = SC_OK;
    private final int bytesMax;
    private boolean passed;

    HeldResponse(HttpServletResponse response) {
        this(response, Integer.MAX_VALUE);
    }

    HeldResponse(HttpServletResponse response, int bytesMax) {
        super(response);
        this.bytesMax = bytesMax;
    }

    /** Whether all of it is still here. */
    boolean isWhole() {
        return !passed;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Idempotency.Answer answer() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = headers.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return new Idempotency.Answer(status, kept, body.toByteArray());
    }

    void write(byte[] bytes) {
        body.writeBytes(bytes);
    }

    void send() throws IOException {
        if (!passed) {
            getResponse().setContentLength(body.size());
            pass();
        }
    }

    private void pass() throws IOException {
        HttpServletResponse real = (HttpServletResponse) getResponse();
        real.setStatus(status);
        headers.forEach(real::setHeader);
        body.writeTo(real.getOutputStream());
    }

    private void take(byte[] bytes, int offset, int length) throws IOException {
        if (!passed && length > bytesMax - body.size()) {
            pass();
            body.reset();
            passed = true;
        }
        if (passed) {
            getResponse().getOutputStream().write(bytes, offset, length);
        } else {
            body.write(bytes, offset, length);
        }
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int error) {
        status = error;
    }

    @Override
    public void sendError(int error, @Nullable String message) {
        status = error;
    }

    @Override
    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.containsKey(name) || super.containsHeader(name);
    }

    @Override
    public @Nullable String getHeader(String name) {
        String held = headers.get(name);
        return held == null ? super.getHeader(name) : held;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        String held = headers.get(name);
        return held == null ? super.getHeaders(name) : List.of(held);
    }

    @Override
    public void setContentType(String type) {
        setHeader("Content-Type", type);
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public void setCharacterEncoding(String charset) {}

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public boolean isCommitted() {
        return passed;
    }

    @Override
    public void flushBuffer() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public void reset() {
        body.reset();
        headers.clear();
        status = SC_OK;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8), true);
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) throws IOException {
                take(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                take(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                if (passed) {
                    getResponse().getOutputStream().flush();
                }
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("a held answer is written at once");
            }
        };
    }
}
