package io.braid.invoice;

import io.braid.kernel.VendorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The part of a vendor's terms that an invoice is made by, as it was agreed when a ship notice was recorded. It stays
 * with the notice: terms agreed later hold for later notices.
 */
record NoticeTerms(
        VendorCode vendor, BilledPer billedPer, int paymentDays, BigDecimal allowancePercent, BigDecimal taxPercent) {
    private static final int PLACES = 2;

    /** Equal percentages are equal however many zeros they were written with. */
    NoticeTerms {
        allowancePercent = allowancePercent.setScale(PLACES, RoundingMode.UNNECESSARY);
        taxPercent = taxPercent.setScale(PLACES, RoundingMode.UNNECESSARY);
    }
}
