package io.braid.api;

import io.braid.access.ApiKey;
import io.braid.access.ApiKeys;
import io.braid.access.Portal;
import io.braid.api.KeyBodies.IssuedView;
import io.braid.api.KeyBodies.KeyView;
import io.braid.api.KeyBodies.NewKey;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keys are issued, listed and revoked by the operator; nobody hands out more than he has. */
@RestController
@RequestMapping("/api/v1/api-keys")
final class ApiKeysHttp {
    private final ApiKeys keys;
    private final Rules rules;

    ApiKeysHttp(ApiKeys keys, Rules rules) {
        this.keys = keys;
        this.rules = rules;
    }

    @PostMapping
    @Needs(value = "api-keys:write", fresh = true)
    @TellsSecret
    ResponseEntity<IssuedView> issue(@RequestBody NewKey body, Caller caller, Deed deed) {
        Set<String> known = rules.scopes(body.vendor() == null ? Portal.OPERATOR : Portal.VENDOR);
        ApiKey.Issued issued = Answers.of(keys.issue(deed, KeyBodies.wish(body, known, caller)));
        return Answers.created("/api/v1/api-keys/" + issued.key().id(), IssuedView.of(issued));
    }

    @GetMapping
    @Needs("api-keys:read")
    Page<KeyView> list(Paging paging, @RequestParam(required = false) @Nullable String vendor) {
        Faults faults = new Faults();
        VendorCode code = faults.optional("/vendor", vendor, VendorCode::new);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        List<ApiKey> rows = keys.listKeys(code, after, paging.fetch());
        return paging.page(rows, KeyView::of, key -> List.of(key.id().toString()));
    }

    @DeleteMapping("/{id}")
    @Needs(value = "api-keys:write", fresh = true)
    ResponseEntity<Void> revoke(@PathVariable String id, Deed deed) {
        Answers.of(keys.revoke(deed, Paths.id(id)));
        return ResponseEntity.noContent().build();
    }
}
