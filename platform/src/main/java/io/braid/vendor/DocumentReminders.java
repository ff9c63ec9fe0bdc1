package io.braid.vendor;

import io.braid.access.Portal;
import io.braid.access.PublicAddress;
import io.braid.access.Recipients;
import io.braid.kernel.VendorCode;
import io.braid.mail.Draft;
import io.braid.mail.Mails;
import io.braid.vendor.DocumentStore.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes to a vendor's people about documents whose end is near or past: one mail to each for all of them. It joins the
 * transaction that marks them as told. Where nobody of a vendor can be reached, the operator's people are told instead.
 */
final class DocumentReminders {
    private static final String SENDS_DOCUMENTS = "documents:write";
    private static final String KEEPS_VENDORS = "vendors:write";

    private final Recipients recipients;
    private final Mails mails;
    private final PublicAddress address;

    DocumentReminders(Recipients recipients, Mails mails, PublicAddress address) {
        this.recipients = recipients;
        this.mails = mails;
        this.address = address;
    }

    void post(Instant at, List<Expiry> due) {
        Map<VendorCode, List<Expiry>> byVendor = new TreeMap<>();
        due.forEach(one -> byVendor.computeIfAbsent(one.key().vendor(), vendor -> new ArrayList<>())
                .add(one));
        Map<VendorCode, List<String>> people = recipients.ofVendors(byVendor.keySet(), SENDS_DOCUMENTS);
        List<Draft> drafts = new ArrayList<>();
        List<Expiry> unheard = new ArrayList<>();
        byVendor.forEach((vendor, documents) -> {
            List<String> reached = people.getOrDefault(vendor, List.of());
            reached.forEach(email -> drafts.add(draft(email, documents, Portal.VENDOR)));
            if (reached.isEmpty()) {
                unheard.addAll(documents);
            }
        });
        if (!unheard.isEmpty()) {
            recipients.ofOperator(KEEPS_VENDORS).forEach(email -> drafts.add(draft(email, unheard, Portal.OPERATOR)));
        }
        mails.post(at, drafts);
    }

    private Draft draft(String email, List<Expiry> documents, Portal portal) {
        String whose = portal == Portal.VENDOR
                ? " of the vendor " + documents.getFirst().key().vendor()
                : "";
        StringBuilder text = new StringBuilder(
                "These documents" + whose + ", for " + address.operator() + ", end soon or have ended:\n\n");
        for (Expiry one : documents) {
            if (portal == Portal.OPERATOR) {
                text.append("Vendor ").append(one.key().vendor()).append(": ");
            }
            text.append(one.title())
                    .append(one.past() ? ", ended on " : ", ends on ")
                    .append(one.expiresOn())
                    .append('\n');
        }
        text.append("\nSend a newer one: ")
                .append(address.url())
                .append(portal.path())
                .append('\n');
        String subject = documents.size() == 1 ? "1 document ends" : documents.size() + " documents end";
        return new Draft(email, subject, text.toString());
    }
}
