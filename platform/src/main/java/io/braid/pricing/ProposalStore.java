package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.pricing.Proposal.State;
import io.braid.store.Columns;
import io.braid.store.Sql;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code item_proposal}. Every statement names the vendor whose rows it is about. */
final class ProposalStore {
    private static final Sql SQL = Sql.of("pricing/proposal");

    private final JdbcClient jdbc;
    private final VendorReads vendorReads;

    ProposalStore(JdbcClient jdbc, VendorReads vendorReads) {
        this.jdbc = jdbc;
        this.vendorReads = vendorReads;
    }

    /** What a page of proposals begins behind, and in which state they are; null is any. */
    record Query(@Nullable State state, UUID after, int limit) {}

    List<Proposal> list(VendorCode vendor, Query query) {
        return list(jdbc, vendor, query);
    }

    List<Proposal> list(VendorScope scope, Query query) {
        return vendorReads.as(scope, own -> list(own, scope.vendor(), query));
    }

    private static List<Proposal> list(JdbcClient jdbc, VendorCode vendor, Query query) {
        return jdbc.sql(SQL.get("list"))
                .param("vendor", vendor.text())
                .param("after", query.after())
                .param("state", query.state() == null ? null : query.state().name())
                .param("limit", query.limit())
                .query((rs, row) -> proposal(rs))
                .list();
    }

    /** Takes back what is open for the same products and days and says something else; answers the new versions. */
    Map<UUID, Integer> withdrawOther(VendorCode vendor, List<ItemDraft> offers, Instant at) {
        Map<UUID, Integer> withdrawn = new LinkedHashMap<>();
        of("withdrawOther", vendor, offers)
                .param("at", at.toString())
                .query((rs, row) -> withdrawn.put(rs.getObject("id", UUID.class), rs.getInt("version")))
                .list();
        return withdrawn;
    }

    /** Inserts those for whose product and day nothing is open; answers their keys. */
    Set<UUID> insertMissing(VendorCode vendor, List<Proposal> proposals, Instant at) {
        List<ItemDraft> offers = proposals.stream().map(Proposal::offer).toList();
        return new HashSet<>(of("insertMissing", vendor, offers)
                .param("ids", Columns.of(proposals).texts(Proposal::id))
                .param("at", at.toString())
                .query((rs, row) -> rs.getObject("id", UUID.class))
                .list());
    }

    private JdbcClient.StatementSpec of(String statement, VendorCode vendor, List<ItemDraft> offers) {
        Columns<ItemDraft> columns = Columns.of(offers);
        return jdbc.sql(SQL.get(statement))
                .param("vendor", vendor.text())
                .param("skus", columns.texts(ItemDraft::sku))
                .param("vendorSkus", columns.texts(ItemDraft::vendorSku))
                .param("costs", columns.texts(offer -> offer.unitCost().money().text()))
                .param(
                        "currencies",
                        columns.texts(offer -> offer.unitCost().money().currency()))
                .param("froms", columns.texts(ItemDraft::validFrom))
                .param("tos", columns.texts(ItemDraft::validTo))
                .param("packSizes", columns.texts(ItemDraft::packSize))
                .param("leadTimes", columns.texts(ItemDraft::leadTimeDays))
                .param("discontinued", columns.texts(ItemDraft::discontinuedOn));
    }

    /** Those of these products that are items of the vendor or were offered by it. */
    Set<Sku> known(VendorCode vendor, Collection<Sku> skus) {
        return new ItemStore(jdbc).known(vendor, skus);
    }

    /** Held until the end of the transaction: offers of one vendor follow one another. */
    void lockOffers(VendorCode vendor) {
        jdbc.sql(SQL.get("lockOffers"))
                .param("vendor", vendor.text())
                .query((rs, row) -> row)
                .list();
    }

    /** Which products the numbers in these offers name already, as items or in open offers. */
    Map<String, Sku> holders(VendorCode vendor, List<ItemDraft> offers) {
        Map<String, Sku> holders = new HashMap<>();
        of("holders", vendor, offers)
                .query((rs, row) -> holders.put(rs.getString("vendor_sku"), new Sku(rs.getString("sku"))))
                .list();
        return holders;
    }

    /** The currency of what is open beside these offers, which take the place of others. */
    Optional<Currency> openCurrency(VendorCode vendor, List<ItemDraft> offers) {
        return of("openCurrency", vendor, offers)
                .query((rs, row) -> Currency.getInstance(rs.getString("currency")))
                .optional();
    }

    List<Proposal> openOf(VendorCode vendor, Collection<Sku> skus) {
        return jdbc.sql(SQL.get("openOf"))
                .param("vendor", vendor.text())
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .query((rs, row) -> proposal(rs))
                .list();
    }

    /** Locked in the order of their keys until the end of the transaction. */
    List<Proposal> lock(VendorCode vendor, Collection<UUID> ids) {
        return jdbc.sql(SQL.get("lock"))
                .param("vendor", vendor.text())
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((rs, row) -> proposal(rs))
                .list();
    }

    /** How many were open and are decided now. */
    int decide(VendorCode vendor, List<Proposal> decided, Instant at) {
        Proposal first = decided.getFirst();
        return jdbc.sql(SQL.get("decide"))
                .param("vendor", vendor.text())
                .param("ids", decided.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .param("state", first.state().name())
                .param("comment", first.comment())
                .param("at", at.toString())
                .update();
    }

    private static Proposal proposal(ResultSet rs) throws SQLException {
        OffsetDateTime decided = rs.getObject("decided_at", OffsetDateTime.class);
        ItemDraft offer = new ItemDraft(
                rs.getString("vendor_sku"),
                new Sku(rs.getString("sku")),
                UnitCost.of(rs.getString("unit_cost"), rs.getString("currency")),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getObject("pack_size", Integer.class),
                rs.getObject("lead_time_days", Integer.class),
                rs.getObject("discontinued_on", LocalDate.class));
        return new Proposal(
                rs.getObject("id", UUID.class),
                new VendorCode(rs.getString("vendor")),
                offer,
                State.valueOf(rs.getString("state")),
                rs.getString("comment"),
                rs.getInt("version"),
                rs.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant());
    }
}
