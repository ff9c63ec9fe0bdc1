package io.braid.vendor;

import java.nio.charset.StandardCharsets;

/** Looks at places of a file. */
final class Bytes {
    private Bytes() {}

    static boolean at(byte[] file, int at, byte[] wanted) {
        if (at < 0 || at + wanted.length > file.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (file[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where a text first stands from that place on; -1 when nowhere. */
    static int find(byte[] file, int from, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = Math.max(0, from); at <= file.length - wanted.length; at++) {
            if (file[at] == wanted[0] && at(file, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    static int unsigned(byte[] file, int at) {
        return file[at] & 0xFF;
    }

    /** Two bytes, the higher one first. */
    static int two(byte[] file, int at) {
        return unsigned(file, at) << 8 | unsigned(file, at + 1);
    }

    /** Four bytes, the highest one first. */
    static long four(byte[] file, int at) {
        return (long) two(file, at) << 16 | two(file, at + 2);
    }
}
