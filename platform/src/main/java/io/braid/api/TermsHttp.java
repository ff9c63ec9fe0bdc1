package io.braid.api;

import io.braid.invoice.BilledPer;
import io.braid.invoice.Terms;
import io.braid.invoice.VendorTerms;
import io.braid.journal.Deed;
import io.braid.kernel.Texts;
import io.braid.kernel.VendorCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was agreed with a vendor about invoices and deductions. */
@RestController
@RequestMapping("/api/v1/vendors/{code}/terms")
final class TermsHttp {
    private static final int DAYS_MAX = 365;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("99999999.9999");
    private static final int PERCENT_PLACES = 2;
    private static final int AMOUNT_PLACES = 4;

    private final VendorTerms terms;

    TermsHttp(VendorTerms terms) {
        this.terms = terms;
    }

    /** Percentages and the amount are decimal texts; what is left out is zero, 14 days to dispute. */
    record TermsBody(
            @Nullable String billedPer,
            @Nullable Integer paymentDays,
            @Nullable String allowancePercent,
            @Nullable String taxPercent,
            @Nullable String latePercent,
            @Nullable String canceledPercent,
            @Nullable String mislabeledAmount,
            @Nullable Integer disputeDays,
            @Nullable Integer expectedVersion) {}

    record TermsView(
            VendorCode vendor,
            BilledPer billedPer,
            int paymentDays,
            String allowancePercent,
            String taxPercent,
            String latePercent,
            String canceledPercent,
            String mislabeledAmount,
            int disputeDays,
            int version) {
        static TermsView of(Terms terms) {
            return new TermsView(
                    terms.vendor(),
                    terms.billedPer(),
                    terms.paymentDays(),
                    plain(terms.allowancePercent()),
                    plain(terms.taxPercent()),
                    plain(terms.latePercent()),
                    plain(terms.canceledPercent()),
                    plain(terms.mislabeledAmount()),
                    terms.disputeDays(),
                    terms.version());
        }

        private static String plain(BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }

    @GetMapping
    @Needs("invoices:read")
    ResponseEntity<TermsView> read(@PathVariable String code) {
        Terms agreed = terms.findTerms(vendor(code)).orElseThrow(Declined::notFound);
        return Answers.versioned(TermsView.of(agreed), agreed.version());
    }

    /** Without a version the terms that are there now are replaced. */
    @PutMapping
    @Needs("invoices:write")
    ResponseEntity<TermsView> agree(
            @PathVariable String code, @RequestBody TermsBody body, IfMatch ifMatch, Deed deed) {
        VendorCode vendor = vendor(code);
        Terms current = terms.findTerms(vendor).orElseThrow(Declined::notFound);
        int expected = ifMatch.or(body.expectedVersion()).orElse(current.version());
        Terms agreed = Answers.of(terms.agree(deed, read(vendor, body, expected)));
        return Answers.versioned(TermsView.of(agreed), agreed.version());
    }

    private static Terms read(VendorCode vendor, TermsBody body, int version) {
        Faults faults = new Faults();
        BilledPer per = faults.choice("/billedPer", body.billedPer(), BilledPer.class);
        Terms read = new Terms(
                vendor,
                per == null ? BilledPer.NOTICE : per,
                faults.number("/paymentDays", body.paymentDays(), 0, DAYS_MAX),
                percent(faults, "/allowancePercent", body.allowancePercent()),
                percent(faults, "/taxPercent", body.taxPercent()),
                percent(faults, "/latePercent", body.latePercent()),
                percent(faults, "/canceledPercent", body.canceledPercent()),
                decimal(faults, "/mislabeledAmount", body.mislabeledAmount(), new Bound(AMOUNT_MAX, AMOUNT_PLACES)),
                body.disputeDays() == null ? 14 : faults.number("/disputeDays", body.disputeDays(), 0, DAYS_MAX),
                version);
        faults.refuseIfAny();
        return read;
    }

    private record Bound(BigDecimal max, int places) {}

    private static BigDecimal percent(Faults faults, String pointer, @Nullable String text) {
        return decimal(faults, pointer, text, new Bound(HUNDRED, PERCENT_PLACES));
    }

    private static BigDecimal decimal(Faults faults, String pointer, @Nullable String text, Bound bound) {
        if (text == null) {
            return BigDecimal.ZERO;
        }
        boolean reads = text.matches("[0-9]{1,10}(\\.[0-9]{1,4})?");
        BigDecimal number = reads ? new BigDecimal(text) : BigDecimal.ZERO;
        if (!reads
                || number.compareTo(bound.max()) > 0
                || number.stripTrailingZeros().scale() > bound.places()) {
            faults.add(
                    pointer,
                    "'" + Texts.shown(text) + "' is not a number from 0 to " + bound.max() + " with at most "
                            + bound.places() + " decimal places, such as \"2.5\"");
            return BigDecimal.ZERO;
        }
        return number;
    }

    private static VendorCode vendor(String code) {
        try {
            return new VendorCode(code);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }
}
