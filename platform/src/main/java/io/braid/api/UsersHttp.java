package io.braid.api;

import io.braid.access.EmailAddress;
import io.braid.access.User;
import io.braid.access.Users;
import io.braid.access.Users.Filter;
import io.braid.access.Users.Whose;
import io.braid.api.UserBodies.ChangedUser;
import io.braid.api.UserBodies.NewUser;
import io.braid.api.UserBodies.UserView;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.Locations;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operator's people and, where it must help out, those of vendors. */
@RestController
@RequestMapping("/api/v1/users")
final class UsersHttp {
    private final Users users;
    private final Locations locations;

    UsersHttp(Users users, Locations locations) {
        this.users = users;
        this.locations = locations;
    }

    /** Everybody's; with vendor, that vendor's people. */
    @GetMapping
    @Needs("users:read")
    Page<UserView> list(
            Paging paging,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String email) {
        Faults faults = new Faults();
        VendorCode code = faults.optional("/vendor", vendor, VendorCode::new);
        EmailAddress address = faults.optional("/email", email, EmailAddress::parse);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        Filter filter = new Filter(code == null ? Whose.EVERYBODY : Whose.OF_ONE, code, address);
        List<User> rows = users.listUsers(filter, after, paging.fetch());
        return paging.page(rows, UserView::of, user -> List.of(user.id().toString()));
    }

    @PostMapping
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<UserView> invite(@RequestBody NewUser body, Caller caller, Deed deed) {
        User.Wish wish = UserBodies.wish(body);
        checkKnown(wish.locations());
        User user = Answers.of(users.invite(deed, caller.giver(), wish));
        return Answers.created("/api/v1/users/" + user.id(), UserView.of(user), user.version());
    }

    @PutMapping("/{id}")
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<UserView> change(
            @PathVariable String id, @RequestBody ChangedUser body, IfMatch ifMatch, Caller caller, Deed deed) {
        Users.Change change = UserBodies.change(body, ifMatch);
        checkKnown(change.locations());
        return PeopleHttp.versioned(users.change(deed, caller.giver(), Paths.id(id), change));
    }

    private void checkKnown(List<LocationCode> codes) {
        Set<LocationCode> known = locations.findAll(codes).keySet();
        Faults faults = new Faults();
        for (int i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                faults.add("/locations/" + i, "there is no location " + codes.get(i));
            }
        }
        faults.refuseIfAny();
    }
}
