package io.braid.sla;

import io.braid.access.Portal;
import io.braid.access.PublicAddress;
import io.braid.access.Recipients;
import io.braid.fulfillment.BreachAction;
import io.braid.fulfillment.Reminding;
import io.braid.fulfillment.SlaStatus;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.mail.Draft;
import io.braid.mail.Mails;
import io.braid.sla.ReminderStore.Addressee;
import io.braid.sla.ReminderStore.Reminder;
import io.braid.sla.ReminderStore.Round;
import io.braid.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes to people about shipments that are at risk or overdue: one mail for everything since the last one. Reminders
 * go to those who work on the shipment, what is escalated to the operator's people. A crossing is kept with its journal
 * entry and goes with the mail, so each is told exactly once. Nothing of shoppers is in it.
 */
final class Reminders implements Reminding {
    private static final String WORKS_ON_SHIPMENTS = "shipments:write";
    private static final String ANSWERS_FOR_SERVICE_LEVELS = "sla:write";
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int LISTED = 50;

    private final ReminderStore store;
    private final Recipients recipients;
    private final Mails mails;
    private final PublicAddress address;
    private final Transactions transactions;

    Reminders(
            ReminderStore store, Recipients recipients, Mails mails, PublicAddress address, Transactions transactions) {
        this.store = store;
        this.recipients = recipients;
        this.mails = mails;
        this.address = address;
        this.transactions = transactions;
    }

    @Override
    public void remind(List<Late> late) {
        if (!late.isEmpty()) {
            store.insert(late.stream()
                    .flatMap(one -> addressees(one).stream().map(to -> reminder(to, one)))
                    .toList());
        }
    }

    /** Only what is overdue is escalated: before, those who work on it can still make it. */
    private static List<Addressee> addressees(Late late) {
        if (late.vendor() != null) {
            boolean escalated = late.action() == BreachAction.ESCALATE && late.status() == SlaStatus.OVERDUE;
            return List.of(escalated ? Addressee.OPERATOR : new Addressee(late.vendor(), null));
        }
        return List.of(Addressee.OPERATOR, new Addressee(null, late.location()));
    }

    private static Reminder reminder(Addressee to, Late late) {
        return new Reminder(to, late.shipment(), late.location(), late.task(), late.status(), late.dueBy());
    }

    /** Writes what is to be told to everybody who was not written to just now; says how many mails. */
    int post(Instant now) {
        return transactions.call(() -> {
            store.open();
            List<Round> rounds = store.take(now, PAUSE, LISTED);
            if (rounds.isEmpty()) {
                return 0;
            }
            List<Draft> drafts = new ArrayList<>();
            byPerson(rounds).forEach((person, told) -> drafts.add(draft(person, told)));
            mails.post(now, drafts);
            return drafts.size();
        });
    }

    /** Somebody at one of the portals; the same address at two vendors is two people. */
    private record Person(String email, @Nullable VendorCode vendor) {}

    private Draft draft(Person person, List<Round> told) {
        Portal portal = person.vendor() == null ? Portal.OPERATOR : Portal.VENDOR;
        return ReminderText.draft(person.email(), told, address.url() + portal.path());
    }

    private Map<Person, List<Round>> byPerson(List<Round> rounds) {
        Map<VendorCode, List<String>> ofVendors = recipients.ofVendors(
                rounds.stream()
                        .map(round -> round.addressee().vendor())
                        .filter(Objects::nonNull)
                        .toList(),
                WORKS_ON_SHIPMENTS);
        Map<LocationCode, List<String>> staff = recipients.staffAt(rounds.stream()
                .map(round -> round.addressee().staffAt())
                .filter(Objects::nonNull)
                .toList());
        List<String> operators = recipients.ofOperator(ANSWERS_FOR_SERVICE_LEVELS);
        Map<Person, List<Round>> byPerson = new LinkedHashMap<>();
        for (Round round : rounds) {
            Addressee to = round.addressee();
            List<String> own = to.staffAt() != null
                    ? staff.getOrDefault(to.staffAt(), List.of())
                    : to.vendor() != null ? ofVendors.getOrDefault(to.vendor(), List.of()) : operators;
            // A vendor of whom nobody can be reached is the operator's business.
            boolean unreachable = to.vendor() != null && own.isEmpty();
            for (String email : unreachable ? operators : own) {
                Person person = new Person(email, unreachable ? null : to.vendor());
                byPerson.computeIfAbsent(person, p -> new ArrayList<>()).add(round);
            }
        }
        return byPerson;
    }
}
