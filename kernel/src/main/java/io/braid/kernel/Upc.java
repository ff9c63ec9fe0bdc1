package io.braid.kernel;

/**
 * The identity of a product: a GTIN-8, -12, -13 or -14 with its check digit, kept as fourteen digits (GS1 General
 * Specifications, 7.9: weights 3 and 1 from the right, the sum a multiple of ten).
 */
public record Upc(String digits) {
    private static final int LENGTH = 14;

    public Upc {
        if (digits.length() != LENGTH || !allDigits(digits) || checkDigit(digits) != digits.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("'" + Texts.shown(digits) + "' is not a GTIN-14");
        }
    }

    /** Accepts 8, 12, 13 or 14 digits; the message of a refusal says which digit would have been right. */
    public static Upc parse(String text) {
        int length = text.length();
        if (!allDigits(text) || (length != 8 && length != 12 && length != 13 && length != LENGTH)) {
            throw new IllegalArgumentException(
                    "'" + Texts.shown(text) + "' is not a GTIN: it must have 8, 12, 13 or 14 digits and nothing else");
        }
        String padded = "0".repeat(LENGTH - length) + text;
        char right = checkDigit(padded);
        if (right != padded.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("'" + text + "' is not a GTIN: its check digit should be " + right
                    + ", not " + padded.charAt(LENGTH - 1));
        }
        if (padded.equals("0".repeat(LENGTH))) {
            throw new IllegalArgumentException("a GTIN of zeros alone names no product");
        }
        return new Upc(padded);
    }

    /** The check digit that belongs to the first thirteen of fourteen digits. */
    private static char checkDigit(String fourteen) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (fourteen.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static boolean allDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return digits;
    }
}
