package io.braid.api;

import io.braid.vendor.Review;
import io.braid.vendor.Review.Decision;
import org.jspecify.annotations.Nullable;

/** The operator's word on something a vendor handed in. */
record ReviewBody(@Nullable String decision, @Nullable String comment) {
    static final int COMMENT_LENGTH_MAX = 2_000;

    Review read() {
        Faults faults = new Faults();
        Review review = read(faults, decision, comment);
        faults.refuseIfAny();
        return Faults.known(review);
    }

    static @Nullable Review read(Faults faults, @Nullable String decision, @Nullable String comment) {
        Decision decided = faults.choice("/decision", decision, Decision.class);
        String why = faults.optionalText("/comment", comment, COMMENT_LENGTH_MAX);
        if (decided == Decision.REJECTED && comment == null) {
            faults.add("/comment", "a rejection says why");
        }
        return decided == null || faults.any() ? null : new Review(decided, why);
    }
}
