package io.braid.sla;

import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Ids;
import io.braid.store.Json;
import io.braid.store.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and reads the tables {@code scorecard} and {@code scorecard_settings}. */
final class ScorecardStore {
    private static final Sql SQL = Sql.of("sla/scorecard");

    private final JdbcClient jdbc;

    ScorecardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 0 when nobody ever changed anything. */
    int settingsVersion() {
        return jdbc.sql(SQL.get("settingsVersion")).query(Integer.class).single();
    }

    ScorecardSettings settings() {
        int version = settingsVersion();
        return version == 0
                ? ScorecardSettings.STANDARD
                : Json.MAPPER.readValue(
                        jdbc.sql(SQL.get("findSettings"))
                                .param("version", version)
                                .query(String.class)
                                .single(),
                        ScorecardSettings.class);
    }

    /** False when somebody else took that version. */
    boolean insert(Deed deed, ScorecardSettings settings) {
        return jdbc.sql(SQL.get("insertSettings"))
                        .param("version", settings.version())
                        .param("document", Json.write(settings))
                        .param("at", deed.at().toString())
                        .param("by", deed.actor().id())
                        .update()
                == 1;
    }

    /** A card as it is kept beside its vendor's code. */
    private record Kept(
            Instant from,
            Instant to,
            int settingsVersion,
            long shipments,
            List<Scorecard.Line> lines,
            @Nullable Long answeredAfterSeconds,
            @Nullable BigDecimal score,
            Scorecard.@Nullable Category category) {
        static Kept of(Scorecard card) {
            return new Kept(
                    card.from(),
                    card.to(),
                    card.settingsVersion(),
                    card.shipments(),
                    card.lines(),
                    card.answeredAfterSeconds(),
                    card.score(),
                    card.category());
        }

        Scorecard card(VendorCode vendor) {
            return new Scorecard(
                    vendor, from, to, settingsVersion, shipments, lines, answeredAfterSeconds, score, category);
        }
    }

    void keep(List<Scorecard> cards, Instant at) {
        Columns<Scorecard> rows = Columns.of(cards);
        jdbc.sql(SQL.get("keep"))
                .param("vendors", rows.texts(Scorecard::vendor))
                .param("documents", rows.texts(card -> Json.write(Kept.of(card))))
                .param("scores", rows.texts(Scorecard::score))
                .param("revisions", rows.texts(card -> Ids.newId(at)))
                .param("at", at.toString())
                .update();
    }

    /** Takes the score from every vendor but these. */
    void forgetOthers(List<Scorecard> cards) {
        jdbc.sql(SQL.get("forgetOthers"))
                .param("vendors", Columns.of(cards).texts(Scorecard::vendor))
                .update();
    }

    Optional<Scorecard> find(VendorCode vendor) {
        return jdbc.sql(SQL.get("find"))
                .param("vendor", vendor.text())
                .query((rs, row) -> Json.MAPPER
                        .readValue(rs.getString("document"), Kept.class)
                        .card(vendor))
                .optional();
    }

    /** Of those that have one. */
    Map<VendorCode, BigDecimal> scores(Collection<VendorCode> vendors) {
        Map<VendorCode, BigDecimal> scores = new HashMap<>();
        jdbc.sql(SQL.get("scores"))
                .param("vendors", vendors.stream().map(VendorCode::text).toArray(String[]::new))
                .query((rs, row) -> scores.put(new VendorCode(rs.getString("vendor")), rs.getBigDecimal("score")))
                .list();
        return scores;
    }
}
