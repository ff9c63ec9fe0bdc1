package io.braid.invoice;

import io.braid.kernel.VendorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of an invoice: the vendor and its running number, without gaps: {@code INV-ACME-000001}. */
public record InvoiceNumber(VendorCode vendor, int running) {
    private static final Pattern SHAPE = Pattern.compile("INV-([A-Z0-9][A-Z0-9-]{0,39})-([0-9]{6,9})");

    public InvoiceNumber {
        if (running < 1) {
            throw new IllegalArgumentException(running + " is not an invoice's running number");
        }
    }

    /** Empty for what is not written as we write it: such a number was never given. */
    public static Optional<InvoiceNumber> find(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
            return Optional.empty();
        }
        InvoiceNumber number = new InvoiceNumber(
                new VendorCode(matcher.group(1).toLowerCase(Locale.ROOT)), Integer.parseInt(matcher.group(2)));
        return number.toString().equals(text) ? Optional.of(number) : Optional.empty();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "INV-%s-%06d", vendor.text().toUpperCase(Locale.ROOT), running);
    }
}
