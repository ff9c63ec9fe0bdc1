package io.braid.sla;

import io.braid.fulfillment.SlaStatus;
import io.braid.mail.Draft;
import io.braid.sla.ReminderStore.Reminder;
import io.braid.sla.ReminderStore.Round;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The words of a reminder: numbers of shipments, what is to be done by when, and where. */
final class ReminderText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReminderText() {}

    static Draft draft(String email, List<Round> rounds, String portal) {
        long shipments = rounds.stream().mapToLong(Round::shipments).sum();
        long overdue = rounds.stream().mapToLong(Round::overdue).sum();
        StringBuilder text = new StringBuilder("These shipments have come near or past the time that was promised:\n");
        text.append("All of them: ").append(portal).append('\n');
        rounds.forEach(round -> append(text, round));
        return new Draft(email, subject(shipments, overdue), text.toString());
    }

    private static String subject(long shipments, long overdue) {
        String what = shipments == 1 ? "1 shipment: " : shipments + " shipments: ";
        long atRisk = shipments - overdue;
        if (overdue == 0) {
            return what + "at risk";
        }
        return atRisk == 0 ? what + "overdue" : what + overdue + " overdue, " + atRisk + " at risk";
    }

    private static void append(StringBuilder text, Round round) {
        text.append('\n');
        if (round.addressee().vendor() != null) {
            text.append("Vendor ").append(round.addressee().vendor()).append(":\n");
        }
        round.listed().forEach(reminder -> text.append(line(reminder)).append('\n'));
        long more = round.shipments() - round.listed().size();
        if (more > 0) {
            text.append("and ").append(more).append(" more\n");
        }
    }

    private static String line(Reminder reminder) {
        return "%s at %s: %s by %s, %s"
                .formatted(
                        reminder.shipment(),
                        reminder.location(),
                        switch (reminder.task()) {
                            case ACKNOWLEDGE -> "acknowledge";
                            case SHIP -> "ship";
                        },
                        moment(reminder.dueBy()),
                        reminder.status() == SlaStatus.OVERDUE ? "overdue" : "at risk");
    }

    private static String moment(Instant at) {
        return TIME.format(at);
    }
}
