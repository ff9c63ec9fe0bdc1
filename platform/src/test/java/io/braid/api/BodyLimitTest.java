package io.braid.api;

import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bodies end where we say, whatever their senders say. */
class BodyLimitTest {
    private static final int MIB = 1_048_576;
    private static final long GIB = 1_073_741_824;

    private final BraidUnderTest braid = BraidUnderTest.shared();

    @Test
    void a_body_of_one_mebibyte_is_read_and_one_byte_more_is_not() {
        String start = "{\"sku\":\"A\",\"quantity\":1,\"attributes\":{\"a\":\"";
        String end = "\"}}";
        String full = start + "x".repeat(MIB - start.length() - end.length()) + end;

        assertThat(braid.post("/api/v1/probes", full).status()).isEqualTo(200);
        assertProblem(braid.post("/api/v1/probes", full + " "), 413, "body-too-large");
        Answer unannounced = braid.send(braid.request("/api/v1/probes", BraidUnderTest.OPERATOR_KEY)
                .POST(BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream((full + " ").getBytes(StandardCharsets.UTF_8)))));
        assertProblem(unannounced, 413, "body-too-large");
    }

    @Test
    void a_gigabyte_in_chunks_is_refused_long_before_its_end() throws IOException {
        Sent sent = send("Transfer-Encoding: chunked\r\n", "10000\r\n" + "x".repeat(0x10000) + "\r\n");

        assertThat(sent.answer()).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
        assertThat(sent.bytes()).isLessThan(GIB / 16);
    }

    @Test
    void a_gigabyte_in_chunks_with_an_idempotency_key_too() throws IOException {
        Sent sent = send(
                "Transfer-Encoding: chunked\r\nIdempotency-Key: big\r\n", "10000\r\n" + "x".repeat(0x10000) + "\r\n");

        assertThat(sent.answer()).startsWith("HTTP/1.1 413");
        assertThat(sent.bytes()).isLessThan(GIB / 16);
    }

    @Test
    void a_gigabyte_announced_is_refused_before_it_comes() throws IOException {
        Sent sent = send("Content-Length: " + GIB + "\r\n", "");

        assertThat(sent.answer()).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    }

    @Test
    void what_follows_a_body_that_is_longer_than_announced_is_no_request() throws IOException {
        Sent sent = send("Content-Length: 2\r\nConnection: close\r\n", "{}" + "x".repeat(100_000));

        assertThat(sent.answer()).startsWith("HTTP/1.1 422");
        assertThat(sent.answer().split("HTTP/1.1")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void what_is_not_http_is_a_problem_too() throws IOException {
        for (String line : new String[] {"GET /api/v1/%zz HTTP/1.1", "GET /api/v1/..;/x HTTP/1.1", "NONSENSE"}) {
            String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(line).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer).doesNotContain("etty", "Exception", "<html");
        }
        String long431 = raw("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");
        assertThat(long431).startsWith("HTTP/1.1 431").contains("application/problem+json");
    }

    @Test
    void a_stream_may_be_longer() {
        Answer answer = braid.send(braid.request("/api/v1/probes/stream", BraidUnderTest.OPERATOR_KEY)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[5 * MIB]))));

        assertThat(answer.json().at("/bytes").asLong()).isEqualTo(5L * MIB);
    }

    /** What was answered, and how much the server let us send until then. */
    private record Sent(String answer, long bytes) {}

    private Sent send(String headers, String piece) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), braid.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/probes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Authorization: Bearer " + BraidUnderTest.OPERATOR_KEY + "\r\n" + headers + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
            long sent = 0;
            try {
                while (sent < GIB && bytes.length > 0 && socket.getInputStream().available() == 0) {
                    out.write(bytes);
                    sent += bytes.length;
                    if (headers.contains("Content-Length")) {
                        break;
                    }
                }
            } catch (IOException closed) {
                assertThat(sent).isPositive();
            }
            return new Sent(answer(socket.getInputStream()), sent);
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), braid.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return answer(socket.getInputStream());
        }
    }

    /** Reads until the problem document is complete, or the server has no more to say. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8_192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                if (answer.toString().endsWith("}")) {
                    break;
                }
            }
        } catch (IOException reset) {
            assertThat(answer).as("reset before an answer came").isNotEmpty();
        }
        return answer.toString();
    }
}
