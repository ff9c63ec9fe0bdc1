package io.braid.sla;

import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.LocationKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All policies at one version; no two are for the same scope, so exactly one holds for any shipment. */
public final class PolicySet {
    private final int version;
    private final List<SlaPolicy> policies;
    private final @Nullable Instant changedAt;
    private final @Nullable String changedBy;
    private final Map<Scope, SlaPolicy> byScope = new HashMap<>();

    PolicySet(int version, List<SlaPolicy> policies, @Nullable Instant changedAt, @Nullable String changedBy) {
        this.version = version;
        this.policies = List.copyOf(policies);
        this.changedAt = changedAt;
        this.changedBy = changedBy;
        policies.forEach(policy -> byScope.put(policy.scope(), policy));
    }

    static PolicySet empty() {
        return new PolicySet(0, List.of(), null, null);
    }

    SlaPolicy policyFor(
            LocationCode location, @Nullable VendorCode vendor, @Nullable LocationKind kind, String fulfillmentType) {
        for (Scope scope : Scope.around(location, vendor, kind, fulfillmentType)) {
            SlaPolicy policy = byScope.get(scope);
            if (policy != null) {
                return policy;
            }
        }
        return SlaPolicy.STANDARD;
    }

    public int version() {
        return version;
    }

    public List<SlaPolicy> policies() {
        return policies;
    }

    /** What holds where none of the policies does. */
    public SlaPolicy standard() {
        return SlaPolicy.STANDARD;
    }

    public @Nullable Instant changedAt() {
        return changedAt;
    }

    public @Nullable String changedBy() {
        return changedBy;
    }
}
