package io.braid.sla;

import io.braid.fulfillment.BreachAction;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.LocationKind;
import io.braid.store.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Policies as they are kept: JSON with minutes and codes. */
final class PolicyDocument {
    private static final TypeReference<List<Kept>> LIST = new TypeReference<>() {};

    private PolicyDocument() {}

    private record Kept(
            String name,
            @Nullable String location,
            @Nullable String vendor,
            @Nullable LocationKind locationKind,
            @Nullable String fulfillmentType,
            SlaPolicy.Measure measure,
            KeptStep acknowledge,
            KeptStep ship) {
        static Kept of(SlaPolicy policy) {
            Scope scope = policy.scope();
            return new Kept(
                    policy.name(),
                    scope.location() == null ? null : scope.location().text(),
                    scope.vendor() == null ? null : scope.vendor().text(),
                    scope.locationKind(),
                    scope.fulfillmentType(),
                    policy.measure(),
                    KeptStep.of(policy.acknowledge()),
                    KeptStep.of(policy.ship()));
        }

        SlaPolicy policy() {
            Scope scope = new Scope(
                    location == null ? null : new LocationCode(location),
                    vendor == null ? null : new VendorCode(vendor),
                    locationKind,
                    fulfillmentType);
            return new SlaPolicy(name, scope, measure, acknowledge.rule(), ship.rule());
        }
    }

    private record KeptStep(
            long withinMinutes,
            @Nullable String atRiskShare,
            @Nullable Long atRiskMinutes,
            BreachAction onBreach) {
        static KeptStep of(StepRule rule) {
            return new KeptStep(
                    rule.within().toMinutes(),
                    rule.atRiskShare() == null ? null : rule.atRiskShare().toPlainString(),
                    rule.atRiskBefore() == null
                            ? null
                            : (Long) rule.atRiskBefore().toMinutes(),
                    rule.onBreach());
        }

        StepRule rule() {
            return new StepRule(
                    Duration.ofMinutes(withinMinutes),
                    atRiskShare == null ? null : new BigDecimal(atRiskShare),
                    atRiskMinutes == null ? null : Duration.ofMinutes(atRiskMinutes),
                    onBreach);
        }
    }

    static String write(List<SlaPolicy> policies) {
        return Json.write(policies.stream().map(Kept::of).toList());
    }

    static List<SlaPolicy> read(String document) {
        return Json.MAPPER.readValue(document, LIST).stream().map(Kept::policy).toList();
    }
}
