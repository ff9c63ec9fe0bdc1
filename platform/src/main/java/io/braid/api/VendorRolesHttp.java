package io.braid.api;

import io.braid.access.Portal;
import io.braid.access.Roles;
import io.braid.api.RolesHttp.RoleView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles a vendor may give its people. */
@RestController
@RequestMapping("/api/v1/vendor/roles")
final class VendorRolesHttp {
    private final Roles roles;

    VendorRolesHttp(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    @Needs(value = "roles:read", audience = Needs.Audience.VENDOR)
    Page<RoleView> list() {
        return new Page<>(
                roles.listRoles(Portal.VENDOR).stream().map(RoleView::of).toList(), null);
    }
}
