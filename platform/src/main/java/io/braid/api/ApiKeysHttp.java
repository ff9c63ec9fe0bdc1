package io.braid.api;

import io.braid.access.ApiKey;
import io.braid.access.ApiKeys;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private static final int NAME_LENGTH_MAX = 200;
    private static final String EVERYTHING = "*";

    private final ApiKeys keys;
    private final Rules rules;

    ApiKeysHttp(ApiKeys keys, Rules rules) {
        this.keys = keys;
        this.rules = rules;
    }

    record NewKey(
            @Nullable String name,
            @Nullable String vendor,
            @Nullable List<@Nullable String> scopes,
            @Nullable Instant expiresAt) {}

    record IssuedView(
            UUID id,
            String name,
            @Nullable String vendor,
            List<String> scopes,
            @Nullable Instant expiresAt,
            String key) {
        static IssuedView of(ApiKey.Issued issued) {
            ApiKey key = issued.key();
            return new IssuedView(
                    key.id(), key.name(), text(key.vendor()), sorted(key.scopes()), key.expiresAt(), issued.secret());
        }
    }

    record KeyView(
            UUID id,
            String name,
            @Nullable String vendor,
            List<String> scopes,
            String prefix,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        static KeyView of(ApiKey key) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    text(key.vendor()),
                    sorted(key.scopes()),
                    key.prefix(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt());
        }
    }

    @PostMapping
    @Needs(value = "api-keys:write", fresh = true)
    @TellsSecret
    ResponseEntity<IssuedView> issue(@RequestBody NewKey body, Caller caller, Deed deed) {
        Faults faults = new Faults();
        String name = faults.text("/name", body.name(), NAME_LENGTH_MAX);
        VendorCode vendor = faults.optional("/vendor", body.vendor(), VendorCode::new);
        Set<String> scopes = scopes(faults, body.scopes(), caller);
        Instant expiresAt = faults.moment("/expiresAt", body.expiresAt());
        faults.refuseIfAny();
        ApiKey.Wish wish = new ApiKey.Wish(Faults.known(name), vendor, scopes, expiresAt);
        ApiKey.Issued issued = Answers.of(keys.issue(deed, wish));
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

    private Set<String> scopes(Faults faults, @Nullable List<@Nullable String> wanted, Caller caller) {
        Set<String> scopes = new TreeSet<>();
        if (faults.required("/scopes", wanted) == null || wanted == null) {
            return scopes;
        }
        if (wanted.isEmpty()) {
            faults.add("/scopes", "at least one scope is required; \"*\" is every scope");
        }
        for (int i = 0; i < wanted.size(); i++) {
            String scope = faults.required("/scopes/" + i, wanted.get(i));
            if (scope != null && isGrantable(faults, "/scopes/" + i, scope, caller)) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private boolean isGrantable(Faults faults, String pointer, String scope, Caller caller) {
        Set<String> known = rules.scopes();
        if (!scope.equals(EVERYTHING) && !known.contains(scope)) {
            faults.add(pointer, "there is no such scope; there are * and " + String.join(", ", known));
            return false;
        }
        if (!caller.may(scope)) {
            faults.add(pointer, "you do not have this scope yourself, so you cannot hand it on");
            return false;
        }
        return true;
    }

    private static List<String> sorted(Set<String> scopes) {
        return scopes.stream().sorted().toList();
    }

    private static @Nullable String text(@Nullable VendorCode vendor) {
        return vendor == null ? null : vendor.text();
    }
}
