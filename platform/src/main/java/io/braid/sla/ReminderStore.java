package io.braid.sla;

import io.braid.fulfillment.Reminding.Task;
import io.braid.fulfillment.SlaStatus;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code sla_reminder} and {@code sla_reminder_round}: what is still to be told, and when it last was. */
final class ReminderStore {
    private static final Sql SQL = Sql.of("sla/reminder");

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose reminder it is: a vendor's, the operator's (neither given), or theirs alone who work at a location of the
     * operator.
     */
    record Addressee(@Nullable VendorCode vendor, @Nullable LocationCode staffAt) {
        static final Addressee OPERATOR = new Addressee(null, null);
    }

    record Reminder(
            Addressee addressee,
            ShipmentNumber shipment,
            LocationCode location,
            Task task,
            SlaStatus status,
            Instant dueBy) {}

    /**
     * What one addressee is told.
     *
     * @param listed the most urgent ones, in their order
     */
    record Round(Addressee addressee, long shipments, long overdue, List<Reminder> listed) {}

    void insert(List<Reminder> reminders) {
        Columns<Reminder> columns = Columns.of(reminders);
        jdbc.sql(SQL.get("insert"))
                .param("vendors", columns.texts(one -> text(one.addressee().vendor())))
                .param("staff", columns.texts(one -> text(one.addressee().staffAt())))
                .param("orders", columns.longs(one -> one.shipment().order().value()))
                .param("sequences", columns.ints(one -> one.shipment().sequence()))
                .param("locations", columns.texts(one -> one.location().text()))
                .param("steps", columns.texts(Reminder::task))
                .param("statuses", columns.texts(Reminder::status))
                .param("dues", columns.texts(Reminder::dueBy))
                .update();
    }

    private static String text(@Nullable Object code) {
        return code == null ? "" : code.toString();
    }

    void open() {
        jdbc.sql(SQL.get("open")).update();
    }

    /** All that is to be told to those who were not written to within the pause; it is to be told no more. */
    List<Round> take(Instant now, Duration pause, int listed) {
        Map<Addressee, Round> rounds = new LinkedHashMap<>();
        jdbc.sql(SQL.get("take"))
                .param("now", now.toString())
                .param("pauseSeconds", pause.toSeconds())
                .param("listed", listed)
                .query(row -> {
                    Reminder reminder = reminder(row);
                    Addressee to = reminder.addressee();
                    Round round = rounds.get(to);
                    if (round == null) {
                        round = new Round(to, row.getLong("shipments"), row.getLong("overdue"), new ArrayList<>());
                        rounds.put(to, round);
                    }
                    round.listed().add(reminder);
                });
        return List.copyOf(rounds.values());
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        String vendor = row.getString("vendor");
        String staffAt = row.getString("staff_at");
        return new Reminder(
                new Addressee(
                        vendor.isEmpty() ? null : new VendorCode(vendor),
                        staffAt.isEmpty() ? null : new LocationCode(staffAt)),
                new ShipmentNumber(new OrderNumber(row.getLong("order_number")), row.getInt("sequence")),
                new LocationCode(row.getString("location")),
                Task.valueOf(row.getString("step")),
                SlaStatus.valueOf(row.getString("status")),
                row.getObject("due_by", OffsetDateTime.class).toInstant());
    }
}
