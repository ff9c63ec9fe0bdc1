package io.braid.vendor;

import java.util.Optional;

/** Finds a file that is an archive as well: a ZIP is read from its end, so it may hide behind any beginning. */
final class Archives {
    private static final byte[] END_OF_DIRECTORY = {'P', 'K', 5, 6};

    /** The record of 22 bytes and the longest comment that may follow it. */
    private static final int TAIL_BYTES = 22 + 65_535;

    private Archives() {}

    static Optional<String> fault(byte[] file) {
        for (int at = Math.max(0, file.length - TAIL_BYTES); at <= file.length - 22; at++) {
            if (Bytes.at(file, at, END_OF_DIRECTORY)) {
                return Optional.of("it is a ZIP archive as well");
            }
        }
        return Optional.empty();
    }
}
