package io.braid.api;

import io.braid.access.Permissions;
import io.braid.access.Portal;
import io.braid.access.Role;
import io.braid.access.Roles;
import io.braid.journal.Deed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Roles of the operator's people and of vendors' people: ready-made ones to read, own ones to make. */
@RestController
@RequestMapping("/api/v1/roles")
final class RolesHttp {
    private static final int NAME_LENGTH_MAX = 100;
    private static final int PERMISSIONS_MAX = 200;

    private final Roles roles;
    private final Rules rules;

    RolesHttp(Roles roles, Rules rules) {
        this.roles = roles;
        this.rules = rules;
    }

    record RoleBody(
            @Nullable String portal,
            @Nullable String code,
            @Nullable String name,
            @Nullable List<@Nullable String> permissions,
            @Nullable Integer expectedVersion) {
        RoleBody at(String codeOfPath) {
            return new RoleBody(portal, code == null ? codeOfPath : code, name, permissions, expectedVersion);
        }
    }

    record RoleView(Portal portal, String code, String name, List<String> permissions, boolean readyMade, int version) {
        static RoleView of(Role role) {
            return new RoleView(
                    role.portal(),
                    role.code(),
                    role.name(),
                    role.permissions().stream().sorted().toList(),
                    role.readyMade(),
                    role.version());
        }
    }

    /** All of them at once: there are few. Without portal, the operator's. */
    @GetMapping
    @Needs("roles:read")
    Page<RoleView> list(@RequestParam(required = false) @Nullable String portal) {
        List<Role> all = roles.listRoles(portal(portal));
        return new Page<>(all.stream().map(RoleView::of).toList(), null);
    }

    @PostMapping
    @Needs(value = "roles:write", fresh = true)
    ResponseEntity<RoleView> create(@RequestBody RoleBody body, Caller caller, Deed deed) {
        Role role = Answers.of(roles.create(deed, caller.permissions(), role(body)));
        return Answers.created("/api/v1/roles/" + role.code(), RoleView.of(role), role.version());
    }

    @PutMapping("/{code}")
    @Needs(value = "roles:write", fresh = true)
    ResponseEntity<RoleView> change(
            @PathVariable String code, @RequestBody RoleBody body, IfMatch ifMatch, Caller caller, Deed deed) {
        Role wanted = role(body.at(code));
        if (!wanted.code().equals(code)) {
            throw Declined.notFound();
        }
        Role role = Answers.of(roles.change(deed, caller.permissions(), wanted, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(RoleView.of(role), role.version());
    }

    @DeleteMapping("/{code}")
    @Needs(value = "roles:write", fresh = true)
    ResponseEntity<Void> remove(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String portal,
            Caller caller,
            Deed deed) {
        Answers.of(roles.remove(deed, caller.permissions(), portal(portal), code));
        return ResponseEntity.noContent().build();
    }

    private static Portal portal(@Nullable String text) {
        Faults faults = new Faults();
        Portal portal = faults.optionalChoice("/portal", text, Portal.class);
        faults.refuseIfAny();
        return portal == null ? Portal.OPERATOR : portal;
    }

    private Role role(RoleBody body) {
        Faults faults = new Faults();
        Portal portal = faults.optionalChoice("/portal", body.portal(), Portal.class);
        String code = faults.read("/code", body.code(), RolesHttp::code);
        String name = faults.text("/name", body.name(), NAME_LENGTH_MAX);
        Set<String> permissions = permissions(faults, body.permissions(), portal == null ? Portal.OPERATOR : portal);
        faults.refuseIfAny();
        return new Role(
                portal == null ? Portal.OPERATOR : portal,
                Faults.known(code),
                Faults.known(name),
                permissions,
                false,
                1);
    }

    private static String code(String text) {
        if (!text.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("2 to 40 small letters, digits and hyphens are wanted");
        }
        return text;
    }

    private Set<String> permissions(Faults faults, @Nullable List<@Nullable String> wanted, Portal portal) {
        Set<String> permissions = new TreeSet<>();
        if (faults.required("/permissions", wanted) == null || wanted == null) {
            return permissions;
        }
        if (wanted.isEmpty() || wanted.size() > PERMISSIONS_MAX) {
            faults.add("/permissions", "name 1 to " + PERMISSIONS_MAX + " permissions");
            return permissions;
        }
        Set<String> known = rules.scopes(portal);
        for (int i = 0; i < wanted.size(); i++) {
            String text = faults.required("/permissions/" + i, wanted.get(i));
            boolean pattern = Permissions.EVERYTHING.equals(text) || Permissions.READ_EVERYTHING.equals(text);
            if (text != null && !pattern && !known.contains(text)) {
                faults.add(
                        "/permissions/" + i,
                        "there is no such permission at this portal; there are *, *:read and " + known);
            } else if (text != null) {
                permissions.add(text);
            }
        }
        return permissions;
    }
}
