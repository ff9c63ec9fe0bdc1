package io.braid.vendor;

import io.braid.kernel.VendorCode;
import java.util.Optional;

/**
 * Where the bytes of documents are: in the database today, and nowhere else is that known. Contents are written once
 * and never changed.
 */
interface DocumentContents {
    /** One version of one document. */
    record Key(VendorCode vendor, String requirement, int number) {}

    /** Within the caller's transaction, if it has one. */
    void keep(Key key, byte[] content);

    /** The part of that number, from 0 on; nothing behind the last one. */
    Optional<byte[]> part(Key key, int part);
}
