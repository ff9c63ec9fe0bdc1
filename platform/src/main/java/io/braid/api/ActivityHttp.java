package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.api.Needs.Audience;
import io.braid.journal.OwnEntries;
import io.braid.journal.OwnEntries.Place;
import io.braid.journal.OwnEntries.Wanted;
import io.braid.journal.OwnEntry;
import io.braid.journal.Subject;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.location.LocationFilter;
import io.braid.location.Locations;
import io.braid.store.VendorScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened to a vendor's own things: what, when and by which side. The facts of an entry stay with the operator,
 * because they may tell of others.
 */
@RestController
@RequestMapping("/api/v1/vendor/activity")
final class ActivityHttp {
    private static final int KEY_PARTS = 2;

    /** More locations than any vendor has; the entries of what would be beyond stay with the operator. */
    private static final int LOCATIONS_MAX = 5_000;

    private static final List<String> KINDS = List.of("item", "item-proposal", "vendor-document", "vendor-step");

    private final OwnEntries entries;
    private final Locations locations;

    ActivityHttp(OwnEntries entries, Locations locations) {
        this.entries = entries;
        this.locations = locations;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityView(
            String subject,
            int seq,
            Instant at,
            String actor,
            String channel,
            String type,
            @Nullable String from,
            @Nullable String to) {
        static ActivityView of(OwnEntry entry) {
            return new ActivityView(
                    entry.subject().text(),
                    entry.seq(),
                    entry.at(),
                    entry.actorType(),
                    entry.channel(),
                    entry.type(),
                    entry.from(),
                    entry.to());
        }
    }

    /** Of one purchase order, or of everything that is no order's: the company, its documents, items, locations. */
    @GetMapping
    @Needs(value = "activity:read", audience = Audience.VENDOR)
    Page<ActivityView> list(
            Caller caller, Paging paging, @RequestParam(required = false) @Nullable String purchaseOrder) {
        Faults faults = new Faults();
        ShipmentNumber number = faults.optional("/purchaseOrder", purchaseOrder, ShipmentNumber::parse);
        faults.refuseIfAny();
        VendorScope scope = caller.vendorScope();
        Place after = Objects.requireNonNullElse(paging.after(ActivityHttp::place), Place.FIRST);
        List<OwnEntry> rows = number == null
                ? entries.list(scope, wanted(scope.vendor()), after, paging.fetch())
                : entries.list(scope, Subject.of(number), after, paging.fetch());
        return paging.page(rows, ActivityView::of, row -> List.of(row.subject().text(), Integer.toString(row.seq())));
    }

    private Wanted wanted(VendorCode vendor) {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(Subject.of("vendor", vendor.text()));
        LocationFilter own = new LocationFilter(null, vendor, null, null);
        locations
                .listLocations(own, "", LOCATIONS_MAX)
                .forEach(location ->
                        subjects.add(Subject.of("location", location.code().text())));
        return new Wanted(subjects, KINDS);
    }

    private static Place place(List<String> key) {
        if (key.size() != KEY_PARTS) {
            throw new IllegalArgumentException("not the key of an entry");
        }
        return new Place(key.get(0), Integer.parseInt(key.get(1)));
    }
}
