package io.braid.api;

import io.braid.fulfillment.BreachAction;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.LocationKind;
import io.braid.sla.PolicySet;
import io.braid.sla.Scope;
import io.braid.sla.SlaPolicies;
import io.braid.sla.SlaPolicy;
import io.braid.sla.StepRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By when shipments are to be acknowledged and shipped. */
@RestController
@RequestMapping("/api/v1/sla/policies")
final class SlaHttp {
    private final SlaPolicies policies;

    SlaHttp(SlaPolicies policies) {
        this.policies = policies;
    }

    record PoliciesView(
            int version,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            List<PolicyView> policies,
            PolicyView standard) {
        static PoliciesView of(PolicySet set) {
            return new PoliciesView(
                    set.version(),
                    set.changedAt(),
                    set.changedBy(),
                    set.policies().stream().map(PolicyView::of).toList(),
                    PolicyView.of(set.standard()));
        }
    }

    record PolicyView(
            String name,
            @Nullable LocationCode location,
            @Nullable VendorCode vendor,
            @Nullable LocationKind locationKind,
            @Nullable String fulfillmentType,
            SlaPolicy.Measure measure,
            StepRuleView acknowledge,
            StepRuleView ship) {
        static PolicyView of(SlaPolicy policy) {
            Scope scope = policy.scope();
            return new PolicyView(
                    policy.name(),
                    scope.location(),
                    scope.vendor(),
                    scope.locationKind(),
                    scope.fulfillmentType(),
                    policy.measure(),
                    StepRuleView.of(policy.acknowledge()),
                    StepRuleView.of(policy.ship()));
        }
    }

    record StepRuleView(
            BigDecimal withinHours,
            @Nullable BigDecimal atRiskShare,
            @Nullable BigDecimal atRiskHours,
            BreachAction onBreach) {
        static StepRuleView of(StepRule rule) {
            Duration before = rule.atRiskBefore();
            return new StepRuleView(
                    hours(rule.within()), rule.atRiskShare(), before == null ? null : hours(before), rule.onBreach());
        }

        private static BigDecimal hours(Duration time) {
            BigDecimal hours = new BigDecimal(time.toMinutes())
                    .divide(new BigDecimal(60), 4, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return hours.scale() < 0 ? hours.setScale(0) : hours;
        }
    }

    /** The policies that hold for shipments opened from now on, and the standard that holds where none does. */
    @GetMapping
    @Needs("sla:read")
    ResponseEntity<PoliciesView> read() {
        PolicySet set = policies.policies();
        return Answers.versioned(PoliciesView.of(set), set.version());
    }

    /** Replaces all policies; open shipments keep what they were promised. */
    @PutMapping
    @Needs("sla:write")
    ResponseEntity<PoliciesView> change(@RequestBody SlaBody body, IfMatch ifMatch, Deed deed) {
        List<SlaPolicy> read = body.read();
        PolicySet set = Answers.of(policies.change(deed, read, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(PoliciesView.of(set), set.version());
    }
}
