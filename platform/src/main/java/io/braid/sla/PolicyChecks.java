package io.braid.sla;

import io.braid.fulfillment.BreachAction;
import io.braid.kernel.Fault;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.KnownVendors;
import io.braid.location.Location;
import io.braid.location.Locations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a list of policies wrong: doubled names and scopes, locations and vendors that do not exist. */
final class PolicyChecks {
    private final Locations locations;
    private final KnownVendors vendors;

    PolicyChecks(Locations locations, KnownVendors vendors) {
        this.locations = locations;
        this.vendors = vendors;
    }

    /** With pointers into the list; empty when all is well. */
    List<Fault> faults(List<SlaPolicy> policies) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        Map<Scope, Integer> scopes = new HashMap<>();
        for (int i = 0; i < policies.size(); i++) {
            SlaPolicy policy = policies.get(i);
            String at = "/policies/" + i;
            Integer sameName = names.putIfAbsent(policy.name(), i);
            if (sameName != null) {
                faults.add(new Fault(at + "/name", "/policies/" + sameName + " has that name already"));
            }
            Integer sameScope = scopes.putIfAbsent(policy.scope(), i);
            if (sameScope != null) {
                faults.add(new Fault(
                        at,
                        "/policies/" + sameScope
                                + " is for the same shipments; two policies that overlap must differ in how"
                                + " narrow they are"));
            }
            if (policy.scope().given() > 1) {
                faults.add(new Fault(at, "give one of location, vendor and locationKind, or none for all shipments"));
            }
            step(at + "/acknowledge", policy.acknowledge(), faults);
            step(at + "/ship", policy.ship(), faults);
            if (policy.ship().within().compareTo(policy.acknowledge().within()) < 0) {
                faults.add(new Fault(
                        at + "/ship/withinHours",
                        "is less than acknowledging may take; both are counted from when the shipment opens"));
            }
            if (policy.ship().onBreach() == BreachAction.WITHDRAW_AND_REROUTE) {
                faults.add(new Fault(
                        at + "/ship/onBreach", "what is acknowledged is not taken back by itself: use ESCALATE"));
            }
        }
        unknown(policies, faults);
        return faults;
    }

    private static void step(String at, StepRule rule, List<Fault> faults) {
        if (rule.atRiskShare() != null && rule.atRiskBefore() != null) {
            faults.add(new Fault(at + "/atRiskHours", "give atRiskShare or atRiskHours, not both"));
        }
        Duration before = rule.atRiskBefore();
        if (before != null && before.compareTo(rule.within()) > 0) {
            faults.add(new Fault(at + "/atRiskHours", "is longer than the step may take"));
        }
    }

    private void unknown(List<SlaPolicy> policies, List<Fault> faults) {
        Set<LocationCode> codes = policies.stream()
                .map(p -> p.scope().location())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<LocationCode, Location> known = locations.findAll(codes);
        Set<VendorCode> missing = new HashSet<>();
        policies.stream()
                .map(p -> p.scope().vendor())
                .filter(Objects::nonNull)
                .distinct()
                .filter(vendor -> !vendors.knows(vendor))
                .forEach(missing::add);
        for (int i = 0; i < policies.size(); i++) {
            Scope scope = policies.get(i).scope();
            if (scope.location() != null && !known.containsKey(scope.location())) {
                faults.add(new Fault("/policies/" + i + "/location", "there is no location " + scope.location()));
            }
            if (scope.vendor() != null && missing.contains(scope.vendor())) {
                faults.add(new Fault("/policies/" + i + "/vendor", "there is no vendor " + scope.vendor()));
            }
        }
    }
}
