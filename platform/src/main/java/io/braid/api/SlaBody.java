package io.braid.api;

import io.braid.fulfillment.BreachAction;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.FulfillmentType;
import io.braid.location.LocationKind;
import io.braid.sla.Scope;
import io.braid.sla.SlaPolicy;
import io.braid.sla.StepRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All policies as they come in. */
record SlaBody(
        @Nullable List<@Nullable PolicyBody> policies,
        @Nullable Integer expectedVersion) {
    private static final int POLICIES_MAX = 1_000;
    private static final int NAME_LENGTH_MAX = 100;
    private static final BigDecimal HOURS_MAX = new BigDecimal(90 * 24);
    private static final BigDecimal MINUTES = new BigDecimal(60);

    /** What four decimals of an hour may be off, in minutes. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.01");

    List<SlaPolicy> read() {
        Faults faults = new Faults();
        List<SlaPolicy> read = new ArrayList<>();
        List<@Nullable PolicyBody> given = faults.required("/policies", policies) == null ? List.of() : known(policies);
        if (given.size() > POLICIES_MAX) {
            faults.add("/policies", "has " + given.size() + " elements; at most " + POLICIES_MAX + " are taken");
            given = List.of();
        }
        for (int i = 0; i < given.size(); i++) {
            PolicyBody policy = faults.required("/policies/" + i, given.get(i));
            if (policy != null) {
                read.add(policy.read(faults, "/policies/" + i));
            }
        }
        faults.refuseIfAny();
        return read;
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    record PolicyBody(
            @Nullable String name,
            @Nullable String location,
            @Nullable String vendor,
            @Nullable String locationKind,
            @Nullable String fulfillmentType,
            @Nullable String measure,
            @Nullable StepBody acknowledge,
            @Nullable StepBody ship) {
        SlaPolicy read(Faults faults, String at) {
            FulfillmentType type =
                    faults.optionalChoice(at + "/fulfillmentType", fulfillmentType, FulfillmentType.class);
            Scope scope = new Scope(
                    faults.optional(at + "/location", location, LocationCode::new),
                    faults.optional(at + "/vendor", vendor, VendorCode::new),
                    faults.optionalChoice(at + "/locationKind", locationKind, LocationKind.class),
                    type == null ? null : type.name());
            return new SlaPolicy(
                    Objects.requireNonNullElse(faults.text(at + "/name", name, NAME_LENGTH_MAX), ""),
                    scope,
                    Objects.requireNonNullElse(
                            faults.choice(at + "/measure", measure, SlaPolicy.Measure.class),
                            SlaPolicy.Measure.CALENDAR),
                    StepBody.read(faults, at + "/acknowledge", acknowledge),
                    StepBody.read(faults, at + "/ship", ship));
        }
    }

    record StepBody(
            @Nullable BigDecimal withinHours,
            @Nullable BigDecimal atRiskShare,
            @Nullable BigDecimal atRiskHours,
            @Nullable String onBreach) {
        private static final StepBody NOTHING = new StepBody(BigDecimal.ONE, null, null, null);

        static StepRule read(Faults faults, String at, @Nullable StepBody given) {
            StepBody body = faults.required(at, given) == null ? NOTHING : known(given);
            faults.required(at + "/withinHours", body.withinHours);
            Duration within = hours(faults, at + "/withinHours", body.withinHours);
            if (within != null && within.isZero()) {
                faults.add(at + "/withinHours", "is nothing; a step needs at least a minute");
            }
            BigDecimal share = body.atRiskShare;
            if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > 4)) {
                faults.add(at + "/atRiskShare", share + " is not a share from 0 to 1 with at most four decimals");
                share = null;
            }
            BreachAction action = faults.optionalChoice(at + "/onBreach", body.onBreach, BreachAction.class);
            return new StepRule(
                    within == null ? Duration.ofMinutes(1) : within,
                    share,
                    hours(faults, at + "/atRiskHours", body.atRiskHours),
                    action == null ? BreachAction.NONE : action);
        }

        /** Hours with decimals, which must make whole minutes: 0.5 is half an hour, 0.3333 twenty minutes. */
        private static @Nullable Duration hours(Faults faults, String at, @Nullable BigDecimal hours) {
            if (hours == null) {
                return null;
            }
            if (hours.signum() < 0 || hours.compareTo(HOURS_MAX) > 0) {
                faults.add(at, "is not from 0 to " + HOURS_MAX + " hours");
                return null;
            }
            BigDecimal minutes = hours.multiply(MINUTES);
            BigDecimal whole = minutes.setScale(0, RoundingMode.HALF_UP);
            if (minutes.subtract(whole).abs().compareTo(ROUNDED) > 0) {
                faults.add(at, hours + " hours are no whole minutes");
                return null;
            }
            return Duration.ofMinutes(whole.longValueExact());
        }
    }
}
