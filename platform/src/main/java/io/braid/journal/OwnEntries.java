package io.braid.journal;

import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.util.List;

/**
 * The log as a vendor may follow it: entries about its own things, read on connections of its own role, without the
 * facts in them, which may tell of others. The database shows it no others, whatever is asked for.
 */
public final class OwnEntries {
    private final VendorReads own;

    public OwnEntries(VendorReads own) {
        this.own = own;
    }

    /** Where a page begins: behind this entry. */
    public record Place(String subject, int seq) {
        public static final Place FIRST = new Place("", 0);
    }

    /**
     * What to look for among entries that are no order's.
     *
     * @param subjects the very subjects
     * @param kinds kinds whose codes begin with the vendor's, such as {@code item}
     */
    public record Wanted(List<Subject> subjects, List<String> kinds) {}

    /** In order of subject, each from its first entry on. */
    public List<OwnEntry> list(VendorScope scope, Wanted wanted, Place after, int limit) {
        return own.as(scope, jdbc -> new OwnEntryStore(jdbc).list(scope.vendor(), wanted, after, limit));
    }

    /** Of one shipment or order. */
    public List<OwnEntry> list(VendorScope scope, Subject subject, Place after, int limit) {
        return own.as(scope, jdbc -> new OwnEntryStore(jdbc).list(subject, after, limit));
    }
}
