package io.braid.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that each send the next order as soon as the last one is answered. They speak HTTP/1.1 over plain sockets
 * kept open, because the machine they load is the one they run on and a full client would take a good part of it.
 */
final class Load {
    private final int port;
    private final List<byte[]> orders;
    private final AtomicInteger next = new AtomicInteger();
    private final long[] nanos;

    private Load(int port, List<byte[]> orders) {
        this.port = port;
        this.orders = orders;
        this.nanos = new long[orders.size()];
    }

    /** How long each answer took, in nanoseconds, sorted. */
    static long[] run(int port, int clients, List<byte[]> orders) throws IOException {
        Load load = new Load(port, orders);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(load::client));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IOException("a client failed", e);
        }
        Arrays.sort(load.nanos);
        return load.nanos;
    }

    private Void client() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            for (int i = next.getAndIncrement(); i < orders.size(); i = next.getAndIncrement()) {
                byte[] request = request(orders.get(i));
                long started = System.nanoTime();
                socket.getOutputStream().write(request);
                readCreated(in);
                nanos[i] = System.nanoTime() - started;
            }
        }
        return null;
    }

    private static byte[] request(byte[] body) throws IOException {
        String head = "POST /api/v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + BraidProcess.KEY
                + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.write(head.getBytes(StandardCharsets.US_ASCII));
        request.write(body);
        return request.toByteArray();
    }

    private static void readCreated(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (!status.startsWith("HTTP/1.1 201")) {
            throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
