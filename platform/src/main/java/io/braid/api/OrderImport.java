package io.braid.api;

import io.braid.journal.Deed;
import io.braid.order.NewOrder;
import io.braid.sourcing.Answer;
import io.braid.sourcing.Incoming;
import io.braid.sourcing.Intake;
import io.braid.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * An import of orders, one JSON object a line. A chunk is placed while the next one is read, so there are never more
 * than two chunks in memory; what became of a line is told in the order of the lines. Orders are told apart by
 * channel and external number, so sending the same file again places nothing twice.
 */
final class OrderImport {
    /** Orders per transaction: beyond this, throughput no longer grows (measured). */
    private static final int CHUNK = 200;

    private static final Logger LOG = LoggerFactory.getLogger(OrderImport.class);

    private final Intake intake;
    private final Clock clock;
    private final Deed deed;

    OrderImport(Intake intake, Clock clock, Deed deed) {
        this.intake = intake;
        this.clock = clock;
        this.deed = deed;
    }

    /** One line read: an order to place, or why it is none. */
    private record Line(
            long number,
            @Nullable Incoming incoming,
            @Nullable Problem problem) {}

    void run(InputStream in, OutputStream out) throws IOException {
        try (Spool told = Spool.to(out)) {
            Lines lines = new Lines(in);
            FutureTask<List<Map<String, Object>>> placing = null;
            List<Line> chunk = next(lines);
            while (!chunk.isEmpty()) {
                List<Line> current = chunk;
                FutureTask<List<Map<String, Object>>> task = new FutureTask<>(() -> place(current));
                Thread.ofVirtual().name("order-import").start(task);
                if (placing != null) {
                    tell(placing, told);
                }
                placing = task;
                chunk = next(lines);
            }
            if (placing != null) {
                tell(placing, told);
            }
        }
    }

    private List<Line> next(Lines lines) throws IOException {
        List<Line> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK) {
            Lines.Line line = lines.next();
            if (line == null) {
                break;
            }
            if (!line.isBlank()) {
                chunk.add(read(line));
            }
        }
        return chunk;
    }

    private Line read(Lines.Line line) {
        try {
            BadJson.checkText(line.bytes());
            OrderBody body = Json.MAPPER.readValue(line.bytes(), OrderBody.class);
            if (body == null) {
                return new Line(line.number(), null, Problem.of(400, "missing-body", "the line is null, not an order"));
            }
            NewOrder order = OrderReading.read(body, clock.instant());
            Deed now = new Deed(deed.actor(), clock.instant(), deed.channel(), deed.correlationId());
            return new Line(line.number(), new Incoming(now, order, OrderReading.fingerprint(body, order), null), null);
        } catch (Declined declined) {
            return new Line(line.number(), null, declined.problem());
        } catch (JacksonException malformed) {
            return new Line(line.number(), null, BadJson.problem(malformed));
        }
    }

    private List<Map<String, Object>> place(List<Line> chunk) {
        List<Incoming> incoming = new ArrayList<>(chunk.size());
        for (Line line : chunk) {
            if (line.incoming() != null) {
                incoming.add(line.incoming());
            }
        }
        List<Answer> answers = incoming.isEmpty() ? List.of() : intake.placeAll(incoming);
        List<Map<String, Object>> told = new ArrayList<>(chunk.size());
        int next = 0;
        for (Line line : chunk) {
            told.add(
                    line.problem() != null
                            ? refused(line.number(), line.problem())
                            : told(line.number(), answers.get(next++)));
        }
        return told;
    }

    private static Map<String, Object> told(long line, Answer answer) {
        return switch (answer) {
            case Answer.Created created -> {
                Map<String, Object> told = told(line, "CREATED");
                told.put("orderNumber", created.order().number());
                told.put("state", created.order().state());
                yield told;
            }
            case Answer.Duplicate duplicate -> {
                Map<String, Object> told = told(line, "DUPLICATE");
                told.put("orderNumber", duplicate.number());
                yield told;
            }
            case Answer.Refused(var refusal) -> refused(line, Problem.of(refusal));
            case Answer.Failed(RuntimeException cause) -> {
                LOG.error("line {} of an import could not be placed", line, cause);
                yield refused(line, Problems.problem(cause));
            }
            case Answer.Replayed replayed -> throw new IllegalStateException("an import has no keys to replay");
        };
    }

    private static Map<String, Object> refused(long line, Problem problem) {
        Map<String, Object> told = told(line, "REFUSED");
        told.put("problem", problem.document());
        return told;
    }

    private static Map<String, Object> told(long line, String status) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("line", line);
        told.put("status", status);
        return told;
    }

    private static void tell(FutureTask<List<Map<String, Object>>> placing, Spool told) throws IOException {
        try {
            for (Map<String, Object> line : placing.get()) {
                told.write(Json.bytes(line));
                told.write(new byte[] {'\n'});
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the import was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a chunk of an import failed as a whole", e.getCause());
        }
    }
}
