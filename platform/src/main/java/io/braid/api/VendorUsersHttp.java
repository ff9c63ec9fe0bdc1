package io.braid.api;

import io.braid.access.User;
import io.braid.access.Users;
import io.braid.api.UserBodies.ChangedUser;
import io.braid.api.UserBodies.NewColleague;
import io.braid.api.UserBodies.UserView;
import io.braid.journal.Deed;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A vendor's own people; those of others are not there for it. */
@RestController
@RequestMapping("/api/v1/vendor/users")
final class VendorUsersHttp {
    private final Users users;

    VendorUsersHttp(Users users) {
        this.users = users;
    }

    @GetMapping
    @Needs(value = "users:read", audience = Needs.Audience.VENDOR)
    Page<UserView> list(Paging paging, Caller caller) {
        UUID after = paging.afterId();
        List<User> rows = users.listUsers(caller.vendorScope(), after, paging.fetch());
        return paging.page(rows, UserView::of, user -> List.of(user.id().toString()));
    }

    @PostMapping
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<UserView> invite(@RequestBody NewColleague body, Caller caller, Deed deed) {
        User.Wish wish = UserBodies.wish(body.of(caller.vendorScope().vendor()));
        User user = Answers.of(users.invite(deed, caller.giver(), wish));
        return Answers.created("/api/v1/vendor/users/" + user.id(), UserView.of(user), user.version());
    }

    @PutMapping("/{id}")
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<UserView> change(
            @PathVariable String id, @RequestBody ChangedUser body, IfMatch ifMatch, Caller caller, Deed deed) {
        return PeopleHttp.versioned(users.change(deed, caller.giver(), Paths.id(id), UserBodies.change(body, ifMatch)));
    }
}
