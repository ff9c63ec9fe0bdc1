package io.braid.inventory;

import static io.braid.inventory.StockRoom.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid.inventory.Feed.State;
import io.braid.inventory.FeedTaken.Novelty;
import io.braid.inventory.StockRefusal.FeedRunning;
import io.braid.inventory.StockRefusal.FeedUnreadable;
import io.braid.inventory.StockRefusal.LocationNotFound;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.Refusal;
import io.braid.store.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedsTest {
    private final StockRoom room = StockRoom.with(5_000, 2);
    private final Feeds feeds = room.braid.bean(Feeds.class);

    @Test
    void good_rows_are_applied_and_every_tenth_broken_one_is_told_with_its_line() throws IOException {
        String[] broken = {
            "%s,-1", "%s,1.5", "%s,1000000000", "%s,", "%s", "%s,1,2", "no such sku,1", "NONE,1", ",,,", "%s,1e3"
        };
        String rows = IntStream.range(0, 5_000)
                .mapToObj(n -> n % 10 == 9
                        ? broken[n / 10 % broken.length].formatted(room.prefix + "P" + n)
                        : room.prefix + "P" + n + "," + n)
                .collect(Collectors.joining("\r\n"));

        Feed feed = csv(FeedMode.INCREMENTAL, "sku,onHand\r\n" + rows).feed();

        assertThat(feed.state()).isEqualTo(State.DONE);
        assertThat(feed.rowsRead()).isEqualTo(5_000);
        assertThat(feed.applied()).isEqualTo(4_500);
        assertThat(feed.refused()).isEqualTo(500);
        assertThat(feeds.listFaults(feed.id(), 0, 600))
                .hasSize(500)
                .extracting(FeedFault::line)
                .startsWith(11L, 21L);
        assertThat(feeds.listFaults(feed.id(), 11, 1))
                .extracting(FeedFault::line)
                .containsExactly(21L);
        assertThat(feeds.listFaults(Ids.newId(room.now()), 0, 1)).isEmpty();
        assertThat(room.position(room.key(4_998, 0)).onHand()).isEqualTo(4_998);
        assertThat(room.brokenPositions()).isEmpty();
    }

    @Test
    void a_full_feed_sets_to_zero_what_it_does_not_mention_and_tells_the_supply_break() throws IOException {
        csv(FeedMode.INCREMENTAL, table(0, 4_500, 5));
        room.count(room.key(0, 1), 8);
        room.tryReserve(claim(room.key(7, 0), 3));
        room.braid.clock().turn(Duration.ofMinutes(1));
        String mentioned = table(1_000, 2_000, 6) + row(5, "-1") + row(4_600, "x") + row(1_001, "9");

        Feed feed = csv(FeedMode.FULL, mentioned).feed();

        assertThat(feed.applied()).isEqualTo(1_000);
        assertThat(feed.refused()).isEqualTo(3);
        assertThat(feed.zeroed()).isEqualTo(3_499);
        assertThat(room.position(room.key(5, 0)).onHand())
                .as("mentioned, though badly")
                .isEqualTo(5);
        assertThat(room.position(room.key(1_001, 0)).onHand())
                .as("the first row counts")
                .isEqualTo(6);
        assertThat(room.position(room.key(0, 1)).onHand())
                .as("another location")
                .isEqualTo(8);
        assertThat(room.position(room.key(7, 0)).shortage()).isEqualTo(3);
        assertThat(room.entriesOf(room.key(7, 0))).containsExactly("SupplyBroken 1");
        assertThat(room.brokenPositions()).isEmpty();
    }

    @Test
    void the_same_file_twice_changes_nothing_and_another_in_between_makes_it_news() throws IOException {
        Feed first = csv(FeedMode.INCREMENTAL, table(0, 10, 5)).feed();
        room.counts.adjust(room.deed(), List.of(new Adjustment(room.key(0, 0), -2, "TEST")));
        room.braid.clock().turn(Duration.ofMinutes(1));

        FeedTaken again = csv(FeedMode.INCREMENTAL, table(0, 10, 5));

        assertThat(again.novelty()).isEqualTo(Novelty.REPEATED);
        assertThat(again.feed()).isEqualTo(first);
        assertThat(room.position(room.key(0, 0)).onHand()).isEqualTo(3);
        csv(FeedMode.INCREMENTAL, table(0, 10, 6));
        room.braid.clock().turn(Duration.ofMinutes(1));
        assertThat(csv(FeedMode.INCREMENTAL, table(0, 10, 5)).novelty()).isEqualTo(Novelty.NEW);
        FeedRequest elsewhere = new FeedRequest(room.key(0, 1).location(), FeedMode.INCREMENTAL, StockSource.CSV, null);
        assertThat(feeds.take(room.deed(), elsewhere, stream(table(0, 10, 5)))
                        .orThrow()
                        .novelty())
                .isEqualTo(Novelty.NEW);
    }

    @Test
    void rows_older_than_the_last_count_are_ignored_and_still_mentioned() throws IOException {
        csv(FeedMode.INCREMENTAL, table(0, 3, 5));
        String before = room.now().minusSeconds(1).toString();

        Feed feed = csv(
                        FeedMode.FULL,
                        "asOf,safetyStock,\"sku\",onHand\n" + before + ",,\"" + room.prefix + "P0\",9\n,2,"
                                + room.prefix + "P1,8\n")
                .feed();

        assertThat(feed.ignored()).isEqualTo(1);
        assertThat(feed.applied()).isEqualTo(1);
        assertThat(feed.zeroed()).isEqualTo(1);
        assertThat(room.position(room.key(0, 0)).onHand()).isEqualTo(5);
        assertThat(room.position(room.key(1, 0)).available()).isEqualTo(6);
    }

    @Test
    void lines_of_json_are_read_the_same_way() throws IOException {
        String sku = "{\"sku\":\"" + room.prefix;
        String body = sku + "P0\",\"onHand\":3,\"safetyStock\":1}\n\n" + sku + "P1\",\"onHand\":\"3\"}\n" + sku
                + "P1\",\"onHand\":3.0}\n[]\n{\n" + sku + "P1\",\"onHand\":1,\"surprise\":1}\n" + sku
                + "P1\",\"onHand\":99999999999999}\n" + "x".repeat(100_000) + "\n" + sku + "P2\",\"onHand\":4}";

        Feed feed = take(FeedMode.INCREMENTAL, StockSource.NDJSON, body).feed();

        assertThat(feed.applied()).isEqualTo(2);
        assertThat(feeds.listFaults(feed.id(), 0, 50))
                .extracting(FeedFault::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(room.position(room.key(2, 0)).onHand()).isEqualTo(4);
    }

    @Test
    void a_full_feed_without_a_good_row_empties_nothing() throws IOException {
        csv(FeedMode.INCREMENTAL, table(0, 3, 5));

        Feed feed = csv(FeedMode.FULL, "sku,onHand\nNONE,1\n").feed();

        assertThat(feed.state()).isEqualTo(State.FAILED);
        assertThat(feed.failure()).contains("nothing was set to zero");
        assertThat(room.position(room.key(0, 0)).onHand()).isEqualTo(5);
    }

    @Test
    void files_that_are_no_feed_are_refused_as_a_whole() throws IOException {
        assertThat(refusal("")).isInstanceOf(FeedUnreadable.class);
        assertThat(refusal("sku,quantity\nA,1\n")).isInstanceOf(FeedUnreadable.class);
        assertThat(refusal("sku;onHand\nA;1\n")).isInstanceOf(FeedUnreadable.class);
        assertThat(refusal("sku,sku,onHand\nA,A,1\n")).isInstanceOf(FeedUnreadable.class);
        FeedRequest nowhere = new FeedRequest(new LocationCode("NOWHERE"), FeedMode.FULL, StockSource.CSV, null);
        assertThat(feeds.take(room.deed(), nowhere, stream("sku,onHand\n")))
                .isEqualTo(Outcome.refused(new LocationNotFound(nowhere.location())));
    }

    @Test
    void a_broken_upload_changes_nothing() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        InputStream broken = new SequenceInputStream(stream(table(0, 3_000, 5)), closed);
        FeedRequest request = new FeedRequest(room.key(0, 0).location(), FeedMode.FULL, StockSource.CSV, null);

        assertThatThrownBy(() -> feeds.take(room.deed(), request, broken)).isInstanceOf(IOException.class);
        assertThat(room.positions.findPosition(room.key(0, 0))).isEmpty();
    }

    @Test
    void a_second_feed_waits_for_the_first_unless_that_one_is_silent() throws IOException {
        room.owner
                .sql("insert into feed (id, location, mode, state, content_hash, as_of, started_at, heartbeat_at, "
                        + "started_by) select :id, :location, 'FULL', 'RUNNING', '', at, at, at, 'test' "
                        + "from (select :at::timestamptz as at) t")
                .param("id", Ids.newId(room.now()))
                .param("location", room.key(0, 0).location().text())
                .param("at", room.now().toString())
                .update();

        assertThat(refusal(table(0, 3, 5))).isInstanceOf(FeedRunning.class);
        room.braid.clock().turn(Duration.ofMinutes(3));
        assertThat(csv(FeedMode.INCREMENTAL, table(0, 3, 5)).feed().applied()).isEqualTo(3);
    }

    private String table(int from, int to, int onHand) {
        return IntStream.range(from, to)
                .mapToObj(n -> row(n, Integer.toString(onHand)))
                .collect(Collectors.joining("", "sku,onHand\n", ""));
    }

    private String row(int product, String onHand) {
        return room.prefix + "P" + product + "," + onHand + "\n";
    }

    private FeedTaken csv(FeedMode mode, String text) throws IOException {
        return take(mode, StockSource.CSV, text);
    }

    private FeedTaken take(FeedMode mode, StockSource source, String text) throws IOException {
        FeedRequest request = new FeedRequest(room.key(0, 0).location(), mode, source, null);
        return feeds.take(room.deed(), request, stream(text)).orThrow();
    }

    private Refusal refusal(String text) throws IOException {
        FeedRequest request = new FeedRequest(room.key(0, 0).location(), FeedMode.FULL, StockSource.CSV, null);
        return ((Outcome.Refused<FeedTaken>) feeds.take(room.deed(), request, stream(text))).refusal();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
