package io.braid.invoice;

import io.braid.kernel.VendorCode;
import java.math.BigDecimal;

/**
 * What was agreed with a vendor about invoices and deductions. Percentages are 0 to 100 with two places.
 *
 * @param paymentDays days from the invoice's date until it is due
 * @param allowancePercent of the subtotal, agreed to cover small defects
 * @param taxPercent of the subtotal less the allowance
 * @param latePercent of what a shipment's units cost, when they left after their due time
 * @param canceledPercent of what units cost that the vendor canceled
 * @param mislabeledAmount per shipment that came with a wrong label, in the shipment's currency
 * @param disputeDays how long a proposed deduction can be disputed before it counts as accepted
 */
public record Terms(
        VendorCode vendor,
        BilledPer billedPer,
        int paymentDays,
        BigDecimal allowancePercent,
        BigDecimal taxPercent,
        BigDecimal latePercent,
        BigDecimal canceledPercent,
        BigDecimal mislabeledAmount,
        int disputeDays,
        int version) {
    private static final int DISPUTE_DAYS = 14;

    /** What holds until something else is agreed: per notice, nothing deducted. Version 0. */
    static Terms usual(VendorCode vendor, int paymentDays) {
        return new Terms(
                vendor,
                BilledPer.NOTICE,
                paymentDays,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                DISPUTE_DAYS,
                0);
    }

    /** What an invoice for a notice recorded now is made by. */
    NoticeTerms ofNotice() {
        return new NoticeTerms(vendor, billedPer, paymentDays, allowancePercent, taxPercent);
    }

    Terms withVersion(int version) {
        return new Terms(
                vendor,
                billedPer,
                paymentDays,
                allowancePercent,
                taxPercent,
                latePercent,
                canceledPercent,
                mislabeledAmount,
                disputeDays,
                version);
    }
}
