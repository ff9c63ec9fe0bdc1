package io.braid.access;

import io.braid.kernel.VendorCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a session that opens now, and what he may.
 *
 * @param permissions what he may everywhere
 * @param posting what he may at his locations besides
 * @param lacksFactor whether he must add a second factor before anything else
 * @param fresh whether he proved who he is a short while ago, as what is delicate asks for
 */
public record Holder(
        UUID session,
        UUID user,
        @Nullable VendorCode vendor,
        String name,
        String factors,
        Permissions permissions,
        Posting posting,
        boolean lacksFactor,
        boolean fresh) {}
