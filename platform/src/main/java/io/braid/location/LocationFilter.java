package io.braid.location;

import io.braid.kernel.VendorCode;
import org.jspecify.annotations.Nullable;

/** Which locations to list; null asks for any. */
public record LocationFilter(
        @Nullable LocationKind kind,
        @Nullable VendorCode vendor,
        @Nullable String group,
        @Nullable Boolean active) {
    public static final LocationFilter ALL = new LocationFilter(null, null, null, null);
}
