package io.braid.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.Money;
import io.braid.kernel.VendorCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rounding rule, and the first and last days of periods. */
class AmountsTest {
    @ParameterizedTest(name = "{0} less {1} % plus {2} % is {5}")
    @CsvSource({
        "100.00, 0,    0,    0.00, 0.00, 100.00",
        "100.00, 2,    0,    2.00, 0.00, 98.00",
        "33.33,  1.5,  8.25, 0.50, 2.71, 35.54",
        "0.01,   50,   0,    0.01, 0.00, 0.00",
        "7.28,   0,    100,  0.00, 7.28, 14.56"
    })
    void each_part_is_rounded_once_half_up(
            String subtotal, String allowance, String tax, String lessened, String taxed, String total) {
        NoticeTerms terms = new NoticeTerms(
                new VendorCode("acme"), BilledPer.NOTICE, 30, new BigDecimal(allowance), new BigDecimal(tax));

        Amounts amounts = Amounts.of(Money.of(subtotal, "USD"), terms);

        assertThat(amounts.allowance()).isEqualTo(Money.of(lessened, "USD"));
        assertThat(amounts.tax()).isEqualTo(Money.of(taxed, "USD"));
        assertThat(amounts.total()).isEqualTo(Money.of(total, "USD"));
    }

    @ParameterizedTest(name = "{1} lies in the {0} from {2} to {3}")
    @CsvSource({
        "WEEK,  2026-11-23, 2026-11-23, 2026-11-29",
        "WEEK,  2027-01-01, 2026-12-28, 2027-01-03",
        "MONTH, 2028-02-29, 2028-02-01, 2028-02-29",
        "MONTH, 2026-12-31, 2026-12-01, 2026-12-31"
    })
    void periods_begin_and_end_where_the_calendar_says(BilledPer per, LocalDate day, LocalDate first, LocalDate last) {
        assertThat(per.periodOf(day)).isEqualTo(first);
        assertThat(per.lastOf(first)).isEqualTo(last);
    }
}
