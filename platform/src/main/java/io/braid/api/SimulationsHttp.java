package io.braid.api;

import io.braid.journal.Deed;
import io.braid.simulation.Change;
import io.braid.simulation.Figures;
import io.braid.simulation.Simulation;
import io.braid.simulation.Simulations;
import io.braid.simulation.Wish;
import io.braid.sourcing.StoredStrategy;
import io.braid.sourcing.Strategies;
import io.braid.store.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What-if: a draft over the orders of the past, or of a file, beside the live strategy. */
@RestController
@RequestMapping("/api/v1/routing/simulations")
final class SimulationsHttp {
    private static final int DAYS_MAX = 366;

    /** Two explanations with every candidate may be megabytes. */
    private static final int CHANGES_MAX = 20;

    private static final UUID LAST_ID = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Simulations simulations;
    private final Strategies strategies;
    private final SimulatedFiles files;

    SimulationsHttp(Simulations simulations, Strategies strategies, SimulatedFiles files) {
        this.simulations = simulations;
        this.strategies = strategies;
        this.files = files;
    }

    /**
     * What to simulate.
     *
     * @param strategy a document, when it is not stored
     * @param from the first moment; {@code to}, which is not part of it, is now when it is left out
     * @param lastDays instead of from and to
     */
    record SimulationBody(
            @Nullable String strategyId,
            @Nullable Map<String, Object> strategy,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer lastDays,
            @Nullable String stock) {}

    /** How far it is, in orders. */
    record ProgressView(long done, long total) {}

    record SimulationView(
            UUID id,
            Simulation.State state,
            ProgressView progress,
            Simulation.StockOf stock,
            @Nullable Instant from,
            @Nullable Instant to,
            UUID liveStrategyId,
            @Nullable UUID draftStrategyId,
            @Nullable Figures live,
            @Nullable Figures draft,
            long changedOrders,
            long skippedOrders,
            @Nullable String failure,
            Instant createdAt,
            String createdBy,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        static SimulationView of(Simulation s) {
            return new SimulationView(
                    s.id(),
                    s.state(),
                    new ProgressView(s.progress().done(), s.progress().total()),
                    s.stock(),
                    s.from(),
                    s.to(),
                    Objects.requireNonNull(s.live().strategy()),
                    s.draft().strategy(),
                    s.live().figures(),
                    s.draft().figures(),
                    s.progress().changed(),
                    s.progress().skipped(),
                    s.failure(),
                    s.createdAt(),
                    s.createdBy(),
                    s.startedAt(),
                    s.finishedAt());
        }
    }

    @PostMapping(consumes = "application/json")
    @Needs("routing:write")
    ResponseEntity<SimulationView> begin(Deed deed, @RequestBody SimulationBody body) {
        Faults faults = new Faults();
        Simulation.StockOf stock = faults.optionalChoice("/stock", body.stock(), Simulation.StockOf.class);
        Wish.Orders.Within within = within(faults, body, deed.at());
        Wish.Draft draft = draft(faults, body.strategyId(), body.strategy());
        faults.refuseIfAny();
        return begun(Answers.of(simulations.begin(
                deed,
                new Wish(
                        Faults.known(draft),
                        Faults.known(within),
                        Objects.requireNonNullElse(stock, Simulation.StockOf.NOW)))));
    }

    /** Orders of a file, one a line as in an import, on the stock of now. */
    @PostMapping(consumes = "application/x-ndjson")
    @Needs("routing:write")
    @Streaming
    ResponseEntity<SimulationView> upload(
            HttpServletRequest request,
            Deed deed,
            @RequestParam(name = "strategyId", required = false) @Nullable String strategyId,
            @RequestParam(name = "stock", required = false) @Nullable String stock)
            throws IOException {
        Faults faults = new Faults();
        faults.required("/strategyId", strategyId);
        Simulation.StockOf of = faults.optionalChoice("/stock", stock, Simulation.StockOf.class);
        if (of == Simulation.StockOf.THEN) {
            faults.add("/stock", "uploaded orders have no moment in the past: only NOW");
        }
        Wish.Draft draft = strategyId == null ? null : draft(faults, strategyId, null);
        faults.refuseIfAny();
        List<Wish.Line> lines = files.read(request.getInputStream(), deed.at());
        return begun(Answers.of(simulations.begin(
                deed, new Wish(Faults.known(draft), new Wish.Orders.Uploaded(lines), Simulation.StockOf.NOW))));
    }

    private static ResponseEntity<SimulationView> begun(Simulation simulation) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", "/api/v1/routing/simulations/" + simulation.id())
                .body(SimulationView.of(simulation));
    }

    private static Wish.Orders.@Nullable Within within(Faults faults, SimulationBody body, Instant now) {
        if (body.lastDays() != null) {
            if (body.from() != null || body.to() != null) {
                faults.add("/lastDays", "goes without from and to");
            }
            int days = faults.number("/lastDays", body.lastDays(), 1, DAYS_MAX);
            return new Wish.Orders.Within(now.minus(Duration.ofDays(days)), now);
        }
        Instant from = faults.read("/from", body.from(), FieldReader::instant);
        Instant to = body.to() == null ? now : faults.optional("/to", body.to(), FieldReader::instant);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            faults.add("/to", to + " is not after from, " + from);
        } else if (Duration.between(from, to).toDays() > DAYS_MAX) {
            faults.add("/from", "from and to are more than " + DAYS_MAX + " days apart");
        }
        return new Wish.Orders.Within(from, to);
    }

    private Wish.@Nullable Draft draft(
            Faults faults, @Nullable String strategyId, @Nullable Map<String, Object> document) {
        if ((strategyId == null) == (document == null)) {
            faults.add("/strategyId", "give either the id of a stored strategy, or a document as strategy");
            return null;
        }
        if (document != null) {
            Answers.of(strategies.read(document));
            return new Wish.Draft(null, 0, Json.write(document));
        }
        UUID id = faults.optional("/strategyId", strategyId, StrategiesHttp::id);
        StoredStrategy stored = id == null ? null : strategies.findStrategy(id).orElse(null);
        if (stored == null) {
            if (id != null) {
                faults.add("/strategyId", "there is no strategy of that id");
            }
            return null;
        }
        return new Wish.Draft(stored.id(), stored.version(), stored.document());
    }

    @GetMapping("/{id}")
    @Needs("routing:read")
    SimulationView simulation(@PathVariable("id") String id) {
        return SimulationView.of(known(id));
    }

    private Simulation known(String id) {
        return simulations.findSimulation(Paths.id(id)).orElseThrow(Declined::notFound);
    }

    /** Newest first. */
    @GetMapping
    @Needs("routing:read")
    Page<SimulationView> list(Paging paging) {
        Before before = paging.after(key -> new Before(FieldReader.instant(key.get(0)), UUID.fromString(key.get(1))));
        List<Simulation> rows = before == null
                ? simulations.listSimulations(FieldReader.END, LAST_ID, paging.fetch())
                : simulations.listSimulations(before.at, before.id, paging.fetch());
        return paging.page(rows, SimulationView::of, s -> List.of(s.createdAt().toString(), s.id().toString()));
    }

    private record Before(Instant at, UUID id) {}

    /** Ends one that waits or runs. */
    @DeleteMapping("/{id}")
    @Needs("routing:write")
    SimulationView cancel(Deed deed, @PathVariable("id") String id) {
        return SimulationView.of(Answers.of(simulations.cancel(deed, known(id).id())));
    }

    /** One strategy's answer: where the units would come from, and why. */
    record AnswerView(Object shipments, Object unassigned, Object decision) {
        static AnswerView of(Change.Side side) {
            return new AnswerView(
                    side.plan().getOrDefault("shipments", List.of()),
                    side.plan().getOrDefault("unassigned", List.of()),
                    side.decision().toTree());
        }
    }

    /** An order that the draft answers differently. */
    record ChangeView(
            @Nullable String orderNumber, String channel, String externalNumber, AnswerView live, AnswerView draft) {
        static ChangeView of(Change change) {
            return new ChangeView(
                    change.number() == null ? null : change.number().toString(),
                    change.external().channel(),
                    change.external().number(),
                    AnswerView.of(change.live()),
                    AnswerView.of(change.draft()));
        }
    }

    /** The orders whose answer changed, with both answers explained, at most twenty a page. */
    @GetMapping("/{id}/orders")
    @Needs("routing:read")
    Page<ChangeView> orders(@PathVariable("id") String id, Paging asked) {
        Paging paging = asked.atMost(CHANGES_MAX);
        Long after = paging.after(key -> Long.valueOf(key.getFirst()));
        List<Change> rows = simulations.listChanges(known(id).id(), after == null ? 0 : after, paging.fetch());
        return paging.page(rows, ChangeView::of, change -> List.of(Long.toString(change.ordinal())));
    }
}
