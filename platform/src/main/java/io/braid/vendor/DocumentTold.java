package io.braid.vendor;

import io.braid.journal.Entry;
import io.braid.journal.Subject;
import io.braid.vendor.VendorDocument.State;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the journal tells of a document; the state is the latest version's. */
record DocumentTold(String type, @Nullable State before, State after, Map<String, ?> data) {
    static DocumentTold within(State state, String type, Map<String, ?> data) {
        return new DocumentTold(type, state, state, data);
    }

    static Entry of(DocumentStore.Expiry expiry) {
        String type = expiry.past() ? "DocumentExpired" : "DocumentExpiresSoon";
        Map<String, Object> data = Map.of("number", expiry.number(), "expiresOn", expiry.expiresOn());
        return within(expiry.state(), type, data).entry(expiry.key(), expiry.version());
    }

    Entry entry(DocumentKey key, int version) {
        return new Entry(
                Subject.of("vendor-document", key.vendor() + "/" + key.requirement()),
                version,
                type,
                before == null ? null : before.name(),
                after.name(),
                data);
    }
}
