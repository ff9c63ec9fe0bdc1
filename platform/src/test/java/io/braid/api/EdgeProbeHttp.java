package io.braid.api;

import io.braid.access.ApiKey;
import io.braid.access.ApiKeys;
import io.braid.journal.Deed;
import io.braid.kernel.Sku;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A resource that exists in tests alone: it does nothing but what a test needs to see the edge at work. */
@RestController
@RequestMapping("/api/v1")
final class EdgeProbeHttp {
    static final AtomicInteger RUNS = new AtomicInteger();

    private final ApiKeys keys;

    EdgeProbeHttp(ApiKeys keys) {
        this.keys = keys;
    }

    enum Colour {
        RED,
        GREEN
    }

    record Probe(
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable BigDecimal weight,
            @Nullable Boolean active,
            @Nullable Instant at,
            @Nullable LocalDate date,
            @Nullable Colour colour,
            @Nullable MoneyField price,
            @Nullable List<@Nullable ProbeLine> lines,
            @Nullable Map<String, Object> attributes,
            @Nullable Integer expectedVersion) {}

    record ProbeLine(@Nullable Integer line) {}

    record Seen(
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable String price) {}

    record ProbeExpected(@Nullable Integer version) {}

    @PostMapping("/probes")
    @Needs("probes:write")
    ResponseEntity<Seen> echo(@RequestBody Probe body) {
        Faults faults = new Faults();
        Sku sku = faults.read("/sku", body.sku(), Sku::new);
        int quantity = faults.quantity("/quantity", body.quantity(), 1, 100);
        var price = faults.optionalMoney("/price", body.price());
        faults.refuseIfAny();
        return ResponseEntity.ok(new Seen(Faults.known(sku).text(), quantity, price == null ? null : price.text()));
    }

    /** Does something in the database, then answers with the status wanted; 0 fails as a bug does. */
    @PostMapping("/probes/{status}")
    @Needs("probes:write")
    ResponseEntity<Map<String, String>> effect(@PathVariable int status, @RequestBody ProbeLine body, Deed deed) {
        int run = RUNS.incrementAndGet();
        ApiKey.Wish wish = new ApiKey.Wish("probe-" + body.line(), null, Set.of("probes:write"), null);
        UUID id = Answers.of(keys.issue(deed, wish)).key().id();
        if (status == 0) {
            throw new IllegalArgumentException("secret detail of a bug in io.braid");
        }
        return ResponseEntity.status(status)
                .header("Location", "/made/" + id)
                .eTag("\"" + run + "\"")
                .body(Map.of("id", id.toString()));
    }

    @PutMapping("/probes")
    @Needs("probes:write")
    ProbeExpected expected(@RequestBody Probe body, IfMatch ifMatch) {
        OptionalInt version = ifMatch.or(body.expectedVersion());
        return new ProbeExpected(version.isPresent() ? version.getAsInt() : null);
    }

    @GetMapping("/probes")
    @Needs("probes:read")
    Page<Integer> list(Paging paging, @RequestParam(required = false) @Nullable Integer upTo) {
        Integer after = paging.after(key -> Integer.valueOf(key.getFirst()));
        int first = after == null ? 1 : after + 1;
        int last = Math.min(upTo == null ? 10 : upTo, first + paging.fetch() - 1);
        List<Integer> rows = IntStream.rangeClosed(first, last).boxed().toList();
        return paging.page(rows, row -> row, row -> List.of(row.toString()));
    }

    @PostMapping("/probes/stream")
    @Needs("probes:write")
    @Streaming
    Map<String, Long> stream(InputStream body) throws IOException {
        return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
    }

    @GetMapping("/probes/failing")
    @Needs("probes:read")
    Seen failing(@RequestParam String state) throws SQLException {
        throw new SQLException("secret detail of the database", state);
    }

    @GetMapping("/vendor/probes/{name}")
    @Needs(value = "probes:read", audience = Needs.Audience.VENDOR)
    Seen vendorProbe(@PathVariable String name, Caller caller) {
        if (name.equals("mine")) {
            return new Seen(caller.vendorScope().vendor().text(), 1, null);
        }
        throw new Declined(Problem.of(404, "unknown-" + name, "there is no " + name));
    }
}
