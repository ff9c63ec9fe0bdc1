package io.braid.access;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The roles people can have: the ready-made ones and those the operator makes. What a role allows holds from the next
 * request on, for everybody who has it. A role is never handed out by somebody who may less.
 */
public final class Roles {
    private static final Set<String> STAFF_AT_LOCATIONS = Set.of(ReadyRoles.STAFF_AT_LOCATIONS.split(" "));

    private final RoleStore store;
    private final UserStore users;
    private final Transactions transactions;
    private final Journal journal;

    Roles(RoleStore store, UserStore users, Transactions transactions, Journal journal) {
        this.store = store;
        this.users = users;
        this.transactions = transactions;
        this.journal = journal;
    }

    /** Ready-made and own ones, by code. */
    public List<Role> listRoles(Portal portal) {
        List<Role> all = new ArrayList<>(ReadyRoles.listRoles(portal));
        all.addAll(store.list(portal));
        all.sort(Comparator.comparing(Role::code));
        return all;
    }

    public Optional<Role> findRole(Portal portal, String code) {
        return listRoles(portal).stream()
                .filter(role -> role.code().equals(code))
                .findFirst();
    }

    /** What the staff of locations may at those they were given, and nowhere else. */
    static Posting posting(Collection<String> codes, Set<LocationCode> locations) {
        return codes.contains(ReadyRoles.LOCATION_STAFF)
                ? new Posting(new Permissions(STAFF_AT_LOCATIONS), locations)
                : Posting.NONE;
    }

    /** What somebody with these roles may everywhere; a role that is gone allows nothing. */
    Permissions permissions(Portal portal, Collection<String> codes) {
        Map<String, Role> ready = ReadyRoles.of(portal);
        Map<String, Role> known = ready;
        if (!ready.keySet().containsAll(codes)) {
            known = new HashMap<>(ready);
            for (Role role : store.list(portal)) {
                known.put(role.code(), role);
            }
        }
        Set<String> texts = new HashSet<>(Permissions.OWN_ACCOUNT);
        for (String code : codes) {
            Role role = known.get(code);
            if (role != null) {
                texts.addAll(everywhere(role));
            }
        }
        return new Permissions(texts);
    }

    private static Set<String> everywhere(Role role) {
        if (!role.code().equals(ReadyRoles.LOCATION_STAFF)) {
            return role.permissions();
        }
        Set<String> texts = new HashSet<>(role.permissions());
        texts.removeAll(STAFF_AT_LOCATIONS);
        return texts;
    }

    public Outcome<Role> create(Deed deed, Permissions giver, Role role) {
        if (!giver.cover(role.permissions())) {
            return Outcome.refused(new RoleRefusal.RoleExceedsYours(role.code()));
        }
        if (ReadyRoles.of(role.portal()).containsKey(role.code())) {
            return Outcome.refused(new RoleRefusal.RoleTaken(role.code()));
        }
        return transactions.decide(() -> {
            OptionalInt version = store.insert(role, deed.at());
            if (version.isEmpty()) {
                return Outcome.refused(new RoleRefusal.RoleTaken(role.code()));
            }
            return Outcome.done(recorded(deed, role, version.getAsInt(), "RoleCreated"));
        });
    }

    /** Both what it allowed and what it will allow must be the giver's to hand out. */
    public Outcome<Role> change(Deed deed, Permissions giver, Role role, OptionalInt expected) {
        return transactions.decide(() -> own(giver, role.portal(), role.code()).then(known -> {
            if (!giver.cover(role.permissions())) {
                return Outcome.refused(new RoleRefusal.RoleExceedsYours(role.code()));
            }
            OptionalInt version = store.change(role, expected.isPresent() ? expected.getAsInt() : null);
            return version.isPresent()
                    ? Outcome.done(recorded(deed, role, version.getAsInt(), "RoleChanged"))
                    : Outcome.refused(new RoleRefusal.VersionConflict(
                            role.code(), expected.orElse(known.version()), known.version()));
        }));
    }

    public Outcome<String> remove(Deed deed, Permissions giver, Portal portal, String code) {
        return transactions.decide(() -> own(giver, portal, code).then(known -> {
            if (users.someoneHasRole(portal, code)) {
                return Outcome.refused(new RoleRefusal.RoleInUse(code));
            }
            OptionalInt version = store.remove(portal, code, deed.at());
            if (version.isEmpty()) {
                return Outcome.refused(new RoleRefusal.UnknownRole());
            }
            recorded(deed, known, version.getAsInt(), "RoleRemoved");
            return Outcome.done(code);
        }));
    }

    private Outcome<Role> own(Permissions giver, Portal portal, String code) {
        Optional<Role> role = findRole(portal, code);
        if (role.isEmpty()) {
            return Outcome.refused(new RoleRefusal.UnknownRole());
        }
        if (role.get().readyMade()) {
            return Outcome.refused(new RoleRefusal.RoleIsReadyMade(code));
        }
        return giver.cover(role.get().permissions())
                ? Outcome.done(role.get())
                : Outcome.refused(new RoleRefusal.RoleExceedsYours(code));
    }

    private Role recorded(Deed deed, Role role, int version, String type) {
        Subject subject = Subject.of("role", role.portal().name().toLowerCase(Locale.ROOT) + "/" + role.code());
        Map<String, Object> told =
                Map.of("permissions", role.permissions().stream().sorted().toList());
        journal.record(deed, List.of(new Entry(subject, version, type, null, null, told)));
        return new Role(role.portal(), role.code(), role.name(), role.permissions(), false, version);
    }
}
