package io.braid.location;

import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which locations to list; null asks for any.
 *
 * @param codes these alone
 */
public record LocationFilter(
        @Nullable LocationKind kind,
        @Nullable VendorCode vendor,
        @Nullable String group,
        @Nullable Boolean active,
        @Nullable List<LocationCode> codes) {
    public LocationFilter(
            @Nullable LocationKind kind,
            @Nullable VendorCode vendor,
            @Nullable String group,
            @Nullable Boolean active) {
        this(kind, vendor, group, active, null);
    }

    public static final LocationFilter ALL = new LocationFilter(null, null, null, null);
}
