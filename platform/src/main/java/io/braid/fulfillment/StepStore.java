package io.braid.fulfillment;

import io.braid.journal.Deed;
import io.braid.kernel.Money;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads and writes what the steps of a shipment left behind: ship notices with their packages, and canceled-items
 * records. For a vendor, on that vendor's connection.
 */
final class StepStore {
    private static final Sql SQL = Sql.of("fulfillment/step");

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(int packageNumber, Packed packed) {}

    void insert(Deed deed, Shipment shipment, ShipNotice notice) {
        of(shipment, "insertNotice")
                .param("notice", notice.notice())
                .param("number", notice.number())
                .param("shippedAt", notice.shippedAt().toString())
                .param("at", notice.recordedAt().toString())
                .param("by", deed.actor().type() + ":" + deed.actor().id())
                .param("remainder", notice.remainder().name())
                .update();
        Columns<Packed> units = Columns.of(notice.units());
        of(shipment, "insertNoticeLines")
                .param("notice", notice.notice())
                .param("lines", units.ints(Packed::line))
                .param("quantities", units.ints(Packed::quantity))
                .update();
        insertPackages(shipment, notice);
    }

    private void insertPackages(Shipment shipment, ShipNotice notice) {
        List<Line> lines = new ArrayList<>();
        int[] numbers = new int[notice.packages().size()];
        for (int i = 0; i < numbers.length; i++) {
            int number = i + 1;
            numbers[i] = number;
            notice.packages().get(i).lines().forEach(packed -> lines.add(new Line(number, packed)));
        }
        Columns<NoticePackage> packages = Columns.of(notice.packages());
        of(shipment, "insertPackages")
                .param("notice", notice.notice())
                .param("packages", numbers)
                .param("carriers", packages.texts(NoticePackage::carrier))
                .param("services", packages.texts(NoticePackage::service))
                .param("trackings", packages.texts(NoticePackage::trackingNumber))
                .param("weights", packages.texts(NoticePackage::weightGrams))
                .update();
        Columns<Line> packed = Columns.of(lines);
        of(shipment, "insertPackageLines")
                .param("notice", notice.notice())
                .param("packages", packed.ints(Line::packageNumber))
                .param("lines", packed.ints(l -> l.packed().line()))
                .param("quantities", packed.ints(l -> l.packed().quantity()))
                .update();
    }

    List<ShipNotice> notices(ShipmentNumber shipment) {
        Map<Integer, Map<Integer, NoticePackage>> packages = new LinkedHashMap<>();
        of(shipment, "packages")
                .query((rs, row) -> packages.computeIfAbsent(rs.getInt("notice"), n -> new LinkedHashMap<>())
                        .merge(rs.getInt("package"), packageWithOneLine(rs), NoticePackage::and))
                .list();
        return of(shipment, "notices")
                .query((rs, row) -> new ShipNotice(
                        rs.getInt("notice"),
                        rs.getString("notice_number"),
                        ShipmentRow.instant(rs, "shipped_at"),
                        ShipmentRow.instant(rs, "recorded_at"),
                        Remainder.valueOf(rs.getString("remainder")),
                        List.copyOf(packages.getOrDefault(rs.getInt("notice"), Map.of())
                                .values())))
                .list();
    }

    List<ShippedNotice> shipped(Collection<ShipmentNumber> numbers) {
        Columns<ShipmentNumber> keys = Columns.of(List.copyOf(numbers));
        Map<String, ShippedNotice> notices = new LinkedHashMap<>();
        jdbc.sql(SQL.get("shipped"))
                .param("orders", keys.longs(n -> n.order().value()))
                .param("shipments", keys.ints(ShipmentNumber::sequence))
                .query((rs, row) -> {
                    ShipmentNumber number =
                            new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment"));
                    Money cost =
                            new Money(rs.getBigDecimal("unit_cost"), Money.parseCurrency(rs.getString("currency")));
                    ShippedNotice.Line line = new ShippedNotice.Line(
                            rs.getInt("line"),
                            new Sku(rs.getString("sku")),
                            rs.getString("vendor_sku"),
                            rs.getInt("quantity"),
                            new UnitCost(cost));
                    ShippedNotice notice = new ShippedNotice(
                            number, rs.getInt("notice"), new VendorCode(rs.getString("vendor")), List.of(line));
                    return notices.merge(number + "/" + notice.notice(), notice, ShippedNotice::and);
                })
                .list();
        return List.copyOf(notices.values());
    }

    private static NoticePackage packageWithOneLine(ResultSet rs) throws SQLException {
        return new NoticePackage(
                rs.getString("carrier"),
                rs.getString("service"),
                rs.getString("tracking_number"),
                rs.getObject("weight_grams", Integer.class),
                List.of(new Packed(rs.getInt("line"), rs.getInt("quantity"))));
    }

    /** Writes a canceled-items record whose disposition is not known yet, and answers its number. */
    int insert(Change change, Step step, CutFor cause) {
        Shipment shipment = change.before();
        int number = of(shipment, "insertCanceledItems")
                .param("at", change.deed().at().toString())
                .param("step", step.name())
                .param("unwanted", cause == CutFor.ORDER && step != Step.ORDER_CANCELLATION)
                .query(Integer.class)
                .single();
        Columns<Cut> lines = Columns.of(change.moved().cuts());
        of(shipment, "insertCanceledLines")
                .param("number", number)
                .param("lines", lines.ints(Cut::line))
                .param("quantities", lines.ints(Cut::quantity))
                .param("reasons", lines.texts(Cut::reason))
                .param("notes", lines.texts(Cut::note))
                .update();
        return number;
    }

    void settle(ShipmentNumber shipment, int number, Resolution resolution) {
        int settled = of(shipment, "settle")
                .param("number", number)
                .param("disposition", resolution.disposition().name())
                .param(
                        "replacements",
                        resolution.replacements().stream()
                                .mapToInt(ShipmentNumber::sequence)
                                .toArray())
                .update();
        if (settled != 1) {
            throw new IllegalStateException("canceled items " + shipment + "-C" + number + " were settled before");
        }
    }

    List<CanceledItems> canceledItems(ShipmentNumber shipment, int after, int limit) {
        Map<Integer, List<Cut>> lines = new LinkedHashMap<>();
        of(shipment, "canceledLines")
                .param("after", after)
                .query((rs, row) -> lines.computeIfAbsent(rs.getInt("number"), n -> new ArrayList<>())
                        .add(cut(rs)))
                .list();
        return of(shipment, "canceledItems")
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> canceledItems(shipment, rs, lines))
                .list();
    }

    private static Cut cut(ResultSet rs) throws SQLException {
        return new Cut(
                rs.getInt("line"),
                rs.getInt("quantity"),
                CancelReason.valueOf(rs.getString("reason")),
                rs.getString("note"));
    }

    private static CanceledItems canceledItems(ShipmentNumber shipment, ResultSet rs, Map<Integer, List<Cut>> lines)
            throws SQLException {
        int number = rs.getInt("number");
        return new CanceledItems(
                shipment,
                number,
                ShipmentRow.instant(rs, "at"),
                Step.valueOf(rs.getString("step")),
                Disposition.valueOf(rs.getString("disposition")),
                replacements(shipment, rs.getArray("replacements")),
                lines.getOrDefault(number, List.of()));
    }

    private static List<ShipmentNumber> replacements(ShipmentNumber shipment, Array sequences) throws SQLException {
        return Arrays.stream((Integer[]) sequences.getArray())
                .map(sequence -> new ShipmentNumber(shipment.order(), sequence))
                .toList();
    }

    private JdbcClient.StatementSpec of(Shipment shipment, String statement) {
        return of(shipment.number(), statement).param("vendor", orOwned(shipment.vendor()));
    }

    private JdbcClient.StatementSpec of(ShipmentNumber shipment, String statement) {
        return jdbc.sql(SQL.get(statement))
                .param("order", shipment.order().value())
                .param("sequence", shipment.sequence());
    }

    private static String orOwned(@Nullable VendorCode vendor) {
        return vendor == null ? "" : vendor.text();
    }
}
