package io.braid.sla;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.fulfillment.NewShipment;
import io.braid.fulfillment.Opening;
import io.braid.fulfillment.ServiceLevels;
import io.braid.fulfillment.Terms;
import io.braid.fulfillment.Terms.StepTerm;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.location.Location;
import io.braid.location.Locations;
import io.braid.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is promised for shipments that are opened from now on; those that are open keep what they were promised. The
 * policies are changed as a whole. Which version holds is read from the database with every batch, so a change holds
 * for the next shipment on every instance; only a version's content, which never changes, is kept in memory.
 */
public final class SlaPolicies implements ServiceLevels {
    private static final Subject SUBJECT = Subject.of("sla", "policies");

    private final PolicyStore store;
    private final PolicyChecks checks;
    private final Locations locations;
    private final Journal journal;
    private final Transactions transactions;
    private final Cache<Integer, PolicySet> versions =
            Caffeine.newBuilder().maximumSize(10).build();

    SlaPolicies(
            PolicyStore store, PolicyChecks checks, Locations locations, Journal journal, Transactions transactions) {
        this.store = store;
        this.checks = checks;
        this.locations = locations;
        this.journal = journal;
        this.transactions = transactions;
    }

    public PolicySet policies() {
        int version = store.version();
        return version == 0 ? PolicySet.empty() : versions.get(version, store::policies);
    }

    /**
     * Makes the policies these.
     *
     * @param expectedVersion the version the caller saw; empty takes whatever is there
     */
    public Outcome<PolicySet> change(Deed deed, List<SlaPolicy> policies, OptionalInt expectedVersion) {
        return transactions.decide(() -> {
            int current = store.version();
            if (expectedVersion.orElse(current) != current) {
                return Outcome.refused(new SlaRefusal.VersionConflict(expectedVersion.getAsInt(), current));
            }
            var faults = checks.faults(policies);
            if (!faults.isEmpty()) {
                return Outcome.refused(new SlaRefusal.InvalidPolicies(faults));
            }
            String document = PolicyDocument.write(policies);
            if (!store.insert(deed, current + 1, document)) {
                return Outcome.refused(new SlaRefusal.VersionConflict(current, store.version()));
            }
            Map<String, ?> data = Map.of("policies", document);
            journal.record(deed, List.of(new Entry(SUBJECT, current + 1, "SlaPoliciesChanged", null, null, data)));
            return Outcome.done(store.policies(current + 1));
        });
    }

    @Override
    public List<Terms> termsOf(List<Opening> openings) {
        PolicySet set = policies();
        Map<LocationCode, Location> where = set.policies().isEmpty()
                ? Map.of()
                : locations.findAll(
                        openings.stream().map(o -> o.shipment().location()).collect(Collectors.toSet()));
        List<Terms> terms = new ArrayList<>(openings.size());
        for (Opening opening : openings) {
            NewShipment shipment = opening.shipment();
            Location location = where.get(shipment.location());
            SlaPolicy policy = set.policyFor(
                    shipment.location(),
                    shipment.vendor(),
                    location == null ? null : location.kind(),
                    shipment.fulfillmentType());
            terms.add(terms(policy, set.version(), location, opening.deed().at()));
        }
        return terms;
    }

    private static Terms terms(SlaPolicy policy, int version, @Nullable Location location, Instant openedAt) {
        Instant start = openedAt.truncatedTo(ChronoUnit.MICROS);
        List<Duration> times = List.of(
                policy.acknowledge().calm(),
                policy.acknowledge().within(),
                policy.ship().calm(),
                policy.ship().within());
        List<Instant> moments = switch (policy.measure()) {
            case CALENDAR -> times.stream().map(start::plus).toList();
            case BUSINESS_HOURS ->
                location == null
                        ? times.stream().map(start::plus).toList()
                        : new WorkingClock(location.hours(), location.cutOff()).after(start, times);
        };
        return new Terms(
                new StepTerm(
                        moments.get(0), moments.get(1), policy.acknowledge().onBreach()),
                new StepTerm(moments.get(2), moments.get(3), policy.ship().onBreach()),
                policy.name(),
                version);
    }
}
