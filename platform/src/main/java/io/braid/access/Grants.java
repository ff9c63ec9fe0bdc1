package io.braid.access;

import io.braid.access.User.Status;
import io.braid.access.UserRefusal.NoSuchRole;
import io.braid.access.Users.Giver;
import io.braid.kernel.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may give, take and touch whose roles: nobody those that may more than he, nobody the last one that lets in. */
final class Grants {
    /** What letting others in asks for, at either portal. */
    private static final String LETS_IN = "users:write";

    private final Roles roles;
    private final UserStore store;

    Grants(Roles roles, UserStore store) {
        this.roles = roles;
        this.store = store;
    }

    Outcome<Set<String>> grantable(Giver giver, Portal portal, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            Optional<Role> role = roles.findRole(portal, codes.get(i));
            if (role.isEmpty()) {
                return Outcome.refused(new NoSuchRole(codes.get(i), i));
            }
            if (!covers(giver, portal, role.get())) {
                return Outcome.refused(new RoleRefusal.RoleExceedsYours(codes.get(i)));
            }
        }
        return Outcome.done(Set.copyOf(codes));
    }

    /** The user, if all he may is the giver's to take. A role that is gone protects nobody and gives nothing. */
    Outcome<User> reaching(Giver giver, User user) {
        List<String> known = user.roles().stream()
                .filter(code -> roles.findRole(user.portal(), code).isPresent())
                .toList();
        return grantable(giver, user.portal(), known).map(granted -> user);
    }

    /** A vendor's permissions are about that vendor alone; whoever of the operator may change vendors may give them. */
    private static boolean covers(Giver giver, Portal portal, Role role) {
        return (portal == Portal.VENDOR && giver.vendor() == null)
                ? giver.permissions().allow("vendors:write")
                : giver.permissions().cover(role.permissions());
    }

    /**
     * Whether with these roles nobody active would be left: no administrator of the operator; nobody of the vendor who
     * lets others in, when it is the vendor that asks. The operator may, because it can invite somebody anew.
     */
    boolean loseLastAdministrator(Giver giver, User user, List<String> rolesAfter) {
        if (user.status() != Status.ACTIVE || (user.vendor() != null && giver.vendor() == null)) {
            return false;
        }
        List<String> administrators = user.vendor() == null
                ? List.of(ReadyRoles.ADMIN)
                : roles.listRoles(Portal.VENDOR).stream()
                        .filter(role -> new Permissions(role.permissions()).allow(LETS_IN))
                        .map(Role::code)
                        .toList();
        return user.roles().stream().anyMatch(administrators::contains)
                && rolesAfter.stream().noneMatch(administrators::contains)
                && store.otherAdministrators(user, administrators) == 0;
    }
}
