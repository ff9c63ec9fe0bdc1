package io.braid.api;

import io.braid.kernel.VendorCode;
import io.braid.vendor.IntegrationMode;
import io.braid.vendor.OnboardingStep;
import io.braid.vendor.Vendor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a vendor is: its four steps, and what activation still waits for. */
record OnboardingView(VendorCode vendor, Vendor.Status status, List<StepView> steps, List<String> missing) {

    record StepView(
            OnboardingStep.Name step,
            OnboardingStep.State state,
            @Nullable String comment,
            List<String> missing,
            @Nullable Instant updatedAt,
            int version) {
        static StepView of(OnboardingStep step) {
            return new StepView(
                    step.name(), step.state(), step.comment(), step.missing(), step.updatedAt(), step.version());
        }
    }

    record IntegrationView(VendorCode vendor, IntegrationMode mode, int version) {
        static IntegrationView of(Vendor vendor) {
            return new IntegrationView(vendor.code(), vendor.integration(), vendor.version());
        }
    }

    record IntegrationBody(@Nullable String mode, @Nullable Integer expectedVersion) {
        IntegrationMode read() {
            Faults faults = new Faults();
            IntegrationMode read = faults.choice("/mode", mode, IntegrationMode.class);
            faults.refuseIfAny();
            return Faults.known(read);
        }
    }

    static OnboardingView of(Vendor vendor, List<OnboardingStep> steps, List<String> missing) {
        return new OnboardingView(
                vendor.code(), vendor.status(), steps.stream().map(StepView::of).toList(), missing);
    }

    /** {@code corporate} or {@code CORPORATE}. */
    static OnboardingStep.Name path(String text) {
        for (OnboardingStep.Name name : OnboardingStep.Name.values()) {
            if (name.name().equals(text.toUpperCase(Locale.ROOT))) {
                return name;
            }
        }
        throw Declined.notFound();
    }
}
