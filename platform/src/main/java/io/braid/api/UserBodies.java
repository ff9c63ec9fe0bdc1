package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.access.EmailAddress;
import io.braid.access.User;
import io.braid.access.Users.Change;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How users are written and read, by the operator and by vendors alike. */
final class UserBodies {
    private static final int NAME_LENGTH_MAX = 200;
    private static final int ROLES_MAX = 20;
    private static final int LOCATIONS_MAX = 50;
    private static final int ROLE_LENGTH_MAX = 60;

    private UserBodies() {}

    record NewUser(
            @Nullable String email,
            @Nullable String name,
            @Nullable List<@Nullable String> roles,
            @Nullable String vendor,
            @Nullable List<@Nullable String> locations) {}

    record NewColleague(
            @Nullable String email,
            @Nullable String name,
            @Nullable List<@Nullable String> roles) {
        NewUser of(VendorCode vendor) {
            return new NewUser(email, name, roles, vendor.text(), null);
        }
    }

    record ChangedUser(
            @Nullable String name,
            @Nullable List<@Nullable String> roles,
            @Nullable List<@Nullable String> locations,
            @Nullable Integer expectedVersion) {}

    record ExpectedVersion(@Nullable Integer expectedVersion) {
        static @Nullable Integer of(@Nullable ExpectedVersion body) {
            return body == null ? null : body.expectedVersion();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UserView(
            UUID id,
            String email,
            String name,
            @Nullable String vendor,
            List<String> roles,
            List<String> locations,
            User.Status status,
            boolean secondFactor,
            Instant createdAt,
            int version) {
        static UserView of(User user) {
            return new UserView(
                    user.id(),
                    user.email(),
                    user.name(),
                    user.vendor() == null ? null : user.vendor().text(),
                    user.roles(),
                    user.locations().stream().map(LocationCode::text).toList(),
                    user.status(),
                    user.secondFactor(),
                    user.createdAt(),
                    user.version());
        }
    }

    static User.Wish wish(NewUser body) {
        Faults faults = new Faults();
        EmailAddress email = faults.read("/email", body.email(), EmailAddress::parse);
        String name = faults.text("/name", body.name(), NAME_LENGTH_MAX);
        List<String> roles = roles(faults, body.roles());
        VendorCode vendor = faults.optional("/vendor", body.vendor(), VendorCode::new);
        List<LocationCode> locations = locations(faults, body.locations());
        if (vendor != null && !locations.isEmpty()) {
            faults.add("/locations", "are given to the operator's people; a vendor's see all its own");
        }
        faults.refuseIfAny();
        return new User.Wish(vendor, Faults.known(email), Faults.known(name), roles, locations);
    }

    static Change change(ChangedUser body, IfMatch ifMatch) {
        Faults faults = new Faults();
        String name = faults.text("/name", body.name(), NAME_LENGTH_MAX);
        List<String> roles = roles(faults, body.roles());
        List<LocationCode> locations = locations(faults, body.locations());
        faults.refuseIfAny();
        return new Change(Faults.known(name), roles, locations, ifMatch.or(body.expectedVersion()));
    }

    private static List<LocationCode> locations(Faults faults, @Nullable List<@Nullable String> wanted) {
        List<LocationCode> locations = new ArrayList<>();
        if (wanted != null && wanted.size() > LOCATIONS_MAX) {
            faults.add("/locations", "name at most " + LOCATIONS_MAX + " locations");
        } else if (wanted != null) {
            for (int i = 0; i < wanted.size(); i++) {
                LocationCode location = faults.read("/locations/" + i, wanted.get(i), LocationCode::new);
                if (location != null) {
                    locations.add(location);
                }
            }
        }
        return locations;
    }

    private static List<String> roles(Faults faults, @Nullable List<@Nullable String> wanted) {
        List<String> roles = new ArrayList<>();
        if (faults.required("/roles", wanted) == null || wanted == null) {
            return roles;
        }
        if (wanted.isEmpty() || wanted.size() > ROLES_MAX) {
            faults.add("/roles", "name 1 to " + ROLES_MAX + " roles");
            return roles;
        }
        for (int i = 0; i < wanted.size(); i++) {
            String role = faults.text("/roles/" + i, wanted.get(i), ROLE_LENGTH_MAX);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }
}
