package io.braid.vendor;

import io.braid.kernel.VendorCode;
import io.braid.store.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A vendor's tax id as its column keeps it: sealed for that vendor, in a text; what is older may still lie open. */
record SealedText(Vault vault) {
    static final String MARK = "sealed:";

    @Nullable
    String seal(VendorCode vendor, @Nullable String plain) {
        return plain == null
                ? null
                : MARK
                        + Base64.getEncoder()
                                .encodeToString(vault.seal(plain.getBytes(StandardCharsets.UTF_8), place(vendor)));
    }

    @Nullable
    String open(VendorCode vendor, @Nullable String kept) {
        return kept == null || !kept.startsWith(MARK)
                ? kept
                : new String(
                        vault.open(Base64.getDecoder().decode(kept.substring(MARK.length())), place(vendor)),
                        StandardCharsets.UTF_8);
    }

    private static String place(VendorCode vendor) {
        return "vendor.tax_id/" + vendor;
    }
}
