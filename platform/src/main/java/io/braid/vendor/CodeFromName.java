package io.braid.vendor;

import io.braid.kernel.VendorCode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Makes a code of a company's name: {@code Müller & Söhne} is {@code muller-sohne}. */
final class CodeFromName {
    private static final int LENGTH_MAX = 40;

    private CodeFromName() {}

    /** Nothing when the name has no Latin letter or digit. */
    static Optional<VendorCode> of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String code = plain.substring(0, Math.min(plain.length(), LENGTH_MAX));
        return code.isEmpty() ? Optional.empty() : Optional.of(new VendorCode(code));
    }
}
