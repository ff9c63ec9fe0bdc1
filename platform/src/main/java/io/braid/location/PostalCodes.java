package io.braid.location;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;
import java.util.Collection;
import java.util.Map;

/** Where postal codes lie. The table of the United States is built in; any other country's can be loaded. */
public final class PostalCodes {
    private final PostalCodeStore store;

    PostalCodes(PostalCodeStore store) {
        this.store = store;
    }

    /** Those that are known, in one statement. */
    public Map<PostalCode, GeoPoint> find(Collection<PostalCode> codes) {
        return codes.isEmpty() ? Map.of() : store.find(codes);
    }
}
