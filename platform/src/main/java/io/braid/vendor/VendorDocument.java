package io.braid.vendor;

import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vendor sent for one requirement: the files that are kept, oldest first, and what became of each. */
public record VendorDocument(VendorCode vendor, String requirement, List<Version> versions, int version) {
    public VendorDocument {
        versions = List.copyOf(versions);
    }

    /** How far a file is. A newer one supersedes one that nobody reviewed. */
    public enum State {
        SUBMITTED,
        APPROVED,
        REJECTED,
        SUPERSEDED
    }

    /**
     * One file as it was sent.
     *
     * @param name what the vendor calls it; shown, never used as a path
     * @param sha256 in hexadecimal
     * @param expiresOn the last day it holds; null when it holds for good
     */
    public record Version(
            int number,
            String name,
            FileKind kind,
            int bytes,
            String sha256,
            @Nullable LocalDate expiresOn,
            Instant uploadedAt,
            State state,
            @Nullable String comment,
            @Nullable Instant reviewedAt) {
        boolean approvedOn(LocalDate day) {
            return state == State.APPROVED && (expiresOn == null || !expiresOn.isBefore(day));
        }
    }

    public Version latest() {
        return versions.getLast();
    }

    /** Whether a file of it was approved and still holds: a newer one in review changes nothing about that. */
    public boolean holdsOn(LocalDate day) {
        return versions.stream().anyMatch(one -> one.approvedOn(day));
    }
}
