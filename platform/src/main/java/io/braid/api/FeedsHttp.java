package io.braid.api;

import io.braid.inventory.Feed;
import io.braid.inventory.FeedFault;
import io.braid.inventory.FeedMode;
import io.braid.inventory.FeedRequest;
import io.braid.inventory.FeedTaken;
import io.braid.inventory.Feeds;
import io.braid.inventory.StockSource;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of counts, of any length: read as they come, answered when they are applied. */
@RestController
@RequestMapping("/api/v1/inventory/feeds")
final class FeedsHttp {
    /** Enough to see what is wrong with a file; the list has them all. */
    private static final int FAULTS_SHOWN = 20;

    private final Feeds feeds;

    FeedsHttp(Feeds feeds) {
        this.feeds = feeds;
    }

    /**
     * A feed and its first faults.
     *
     * @param repeated true when this very file was the location's last one: then nothing was changed
     */
    record FeedView(
            UUID id,
            LocationCode location,
            FeedMode mode,
            Feed.State state,
            boolean repeated,
            Instant asOf,
            long rowsRead,
            long applied,
            long ignored,
            long refused,
            long zeroed,
            @Nullable String failure,
            Instant startedAt,
            @Nullable Instant finishedAt,
            List<FeedFault> faults) {
        static FeedView of(Feeds feeds, FeedTaken taken) {
            return of(feeds, taken.feed(), taken.novelty() == FeedTaken.Novelty.REPEATED);
        }

        static FeedView of(Feeds feeds, Feed feed, boolean repeated) {
            return new FeedView(
                    feed.id(),
                    feed.location(),
                    feed.mode(),
                    feed.state(),
                    repeated,
                    feed.asOf(),
                    feed.rowsRead(),
                    feed.applied(),
                    feed.ignored(),
                    feed.refused(),
                    feed.zeroed(),
                    feed.failure(),
                    feed.startedAt(),
                    feed.finishedAt(),
                    feeds.listFaults(feed.id(), 0, FAULTS_SHOWN));
        }
    }

    @PostMapping
    @Needs("inventory:write")
    @Streaming
    @RequestBody(
            required = true,
            description = "A table with a header sku,onHand[,safetyStock][,asOf], or one JSON object per line.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
            })
    FeedView take(HttpServletRequest request, @ModelAttribute @ParameterObject Wish query, Deed deed, Sight sight)
            throws IOException {
        FeedRequest wish = query.read(request);
        sight.check(wish.location());
        FeedTaken taken = Answers.of(feeds.take(deed, wish, request.getInputStream()));
        return FeedView.of(feeds, taken);
    }

    /** What a feed's query says. */
    record Wish(
            @Nullable String location,
            @Nullable String mode,
            @Nullable String asOf) {
        FeedRequest read(HttpServletRequest request) {
            Faults faults = new Faults();
            LocationCode code = faults.read("/location", location, LocationCode::new);
            FeedMode said = faults.optionalChoice("/mode", mode, FeedMode.class);
            Instant at = faults.optional("/asOf", asOf, FeedsHttp::instant);
            StockSource source = source(request.getContentType());
            faults.refuseIfAny();
            FeedMode how = Objects.requireNonNullElse(said, FeedMode.INCREMENTAL);
            return new FeedRequest(Faults.known(code), how, source, at);
        }
    }

    @GetMapping("/{id}")
    @Needs("inventory:read")
    FeedView feed(@PathVariable String id, Sight sight) {
        return FeedView.of(feeds, known(id, sight), false);
    }

    @GetMapping("/{id}/faults")
    @Needs("inventory:read")
    Page<FeedFault> faults(@PathVariable String id, Paging paging, Sight sight) {
        Long after = paging.after(key -> Long.valueOf(key.getFirst()));
        List<FeedFault> rows = feeds.listFaults(known(id, sight).id(), after == null ? 0 : after, paging.fetch());
        return paging.page(rows, fault -> fault, fault -> List.of(Long.toString(fault.line())));
    }

    private Feed known(String id, Sight sight) {
        return feeds.findFeed(Paths.id(id))
                .filter(feed -> sight.reaches(feed.location()))
                .orElseThrow(Declined::notFound);
    }

    private static StockSource source(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/csv" -> StockSource.CSV;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> StockSource.NDJSON;
            default ->
                throw new Declined(Problem.of(
                        415,
                        "unsupported-media-type",
                        "a feed is text/csv or application/x-ndjson, as its Content-Type says"));
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not an instant such as 2026-11-23T10:15:30Z", e);
        }
    }
}
