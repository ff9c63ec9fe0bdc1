package io.braid.vendor;

import io.braid.vendor.OnboardingStep.Name;
import io.braid.vendor.OnboardingStep.State;
import io.braid.vendor.VendorDocument.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derives the step of all documents from what was sent and decided; nobody sets it by hand. */
final class DocumentProgress {
    private DocumentProgress() {}

    /** The unmet are the required ones without an approved version that holds today. */
    static OnboardingStep of(DocumentSet set, List<VendorDocument> sent, List<String> unmet) {
        Set<String> asked =
                set.requirements().stream().map(DocumentRequirement::code).collect(Collectors.toSet());
        List<VendorDocument> counted =
                sent.stream().filter(one -> asked.contains(one.requirement())).toList();
        List<Version> latest = counted.stream().map(VendorDocument::latest).toList();
        Optional<Version> rejected = latest.stream()
                .filter(one -> one.state() == VendorDocument.State.REJECTED)
                .findFirst();
        boolean waiting = latest.stream().anyMatch(one -> one.state() == VendorDocument.State.SUBMITTED);
        List<String> missing = missing(counted, unmet);
        @Nullable
        Instant last = latest.stream()
                .map(Version::uploadedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        int moves = counted.stream().mapToInt(VendorDocument::version).sum();
        String comment = rejected.map(Version::comment).orElse(null);
        return new OnboardingStep(
                Name.DOCUMENTS, state(rejected.isPresent(), waiting, missing, counted), comment, missing, moves, last);
    }

    /** The required ones that are neither approved nor waiting for it. */
    private static List<String> missing(List<VendorDocument> sent, List<String> unmet) {
        Set<String> inReview = new HashSet<>();
        for (VendorDocument document : sent) {
            if (document.latest().state() == VendorDocument.State.SUBMITTED) {
                inReview.add(document.requirement());
            }
        }
        return unmet.stream().filter(code -> !inReview.contains(code)).toList();
    }

    private static State state(boolean rejected, boolean waiting, List<String> missing, List<VendorDocument> sent) {
        if (rejected) {
            return State.REJECTED;
        }
        if (!missing.isEmpty()) {
            return sent.isEmpty() ? State.EMPTY : State.IN_PROGRESS;
        }
        return waiting ? State.SUBMITTED : State.APPROVED;
    }
}
