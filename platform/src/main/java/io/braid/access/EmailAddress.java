package io.braid.access;

import io.braid.kernel.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address, in lower case: found however it is typed. Whether anybody reads it shows when one writes. */
public record EmailAddress(String text) {
    private static final int LENGTH_MAX = 254;
    private static final Pattern FORM =
            Pattern.compile("[^@\\s\\p{Cntrl},;:<>()\\[\\]\"\\\\]{1,64}@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");

    public EmailAddress {
        if (!text.equals(text.toLowerCase(Locale.ROOT))
                || text.length() > LENGTH_MAX
                || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not an e-mail address");
        }
    }

    /** As somebody typed it. */
    public static EmailAddress parse(String text) {
        return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
    }
}
