package io.braid.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody may: the same texts for roles of people and scopes of keys, {@code <resource>:read} and
 * {@code <resource>:write}. {@code *} is everything; {@code *:read} is reading everything but what itself opens doors
 * (the outbox of mails, which holds links). What is not said is not allowed; writing does not include reading.
 */
public record Permissions(Set<String> texts) {
    public static final String EVERYTHING = "*";
    public static final String READ_EVERYTHING = "*:read";

    /** Of one's own account; every person has them. */
    static final Set<String> OWN_ACCOUNT = Set.of("account:read", "account:write");

    private static final Set<String> OPENS_DOORS = Set.of("mails:read");

    public Permissions {
        texts = Set.copyOf(texts);
    }

    public boolean allow(String wanted) {
        return texts.contains(wanted)
                || texts.contains(EVERYTHING)
                || (texts.contains(READ_EVERYTHING) && wanted.endsWith(":read") && !OPENS_DOORS.contains(wanted));
    }

    /** Whether whoever has these may hand on those: nobody gives more than he has. */
    public boolean cover(Collection<String> others) {
        return others.stream().allMatch(this::allow);
    }

    Permissions and(Collection<String> more) {
        Set<String> all = new TreeSet<>(texts);
        all.addAll(more);
        return new Permissions(all);
    }
}
