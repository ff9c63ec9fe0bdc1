package io.braid.api;

import io.braid.access.ApiKey;
import io.braid.access.ApiKeys;
import io.braid.access.Portal;
import io.braid.api.KeyBodies.IssuedView;
import io.braid.api.KeyBodies.KeyView;
import io.braid.api.KeyBodies.NewOwnKey;
import io.braid.journal.Deed;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys of a vendor's own programs: issued, listed and revoked by the vendor, with scopes of vendors alone. */
@RestController
@RequestMapping("/api/v1/vendor/api-keys")
final class VendorApiKeysHttp {
    private final ApiKeys keys;
    private final Rules rules;

    VendorApiKeysHttp(ApiKeys keys, Rules rules) {
        this.keys = keys;
        this.rules = rules;
    }

    @PostMapping
    @Needs(value = "api-keys:write", audience = Needs.Audience.VENDOR, fresh = true)
    @TellsSecret
    ResponseEntity<IssuedView> issue(@RequestBody NewOwnKey body, Caller caller, Deed deed) {
        ApiKey.Wish wish = KeyBodies.wish(body.of(caller.vendorScope().vendor()), rules.scopes(Portal.VENDOR), caller);
        ApiKey.Issued issued = Answers.of(keys.issue(deed, wish));
        return Answers.created("/api/v1/vendor/api-keys/" + issued.key().id(), IssuedView.of(issued));
    }

    /** Also those that the operator issued to it. */
    @GetMapping
    @Needs(value = "api-keys:read", audience = Needs.Audience.VENDOR)
    Page<KeyView> list(Paging paging, Caller caller) {
        UUID after = paging.afterId();
        List<ApiKey> rows = keys.listKeysOf(caller.vendorScope(), after, paging.fetch());
        return paging.page(rows, KeyView::of, key -> List.of(key.id().toString()));
    }

    @DeleteMapping("/{id}")
    @Needs(value = "api-keys:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<Void> revoke(@PathVariable String id, Caller caller, Deed deed) {
        Answers.of(keys.revoke(deed, caller.vendorScope(), Paths.id(id)));
        return ResponseEntity.noContent().build();
    }
}
