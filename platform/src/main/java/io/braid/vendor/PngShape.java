package io.braid.vendor;

import java.util.Optional;
import java.util.zip.CRC32;

/** A PNG chunk by chunk, each with its right checksum, from the signature to the end chunk and not a byte more. */
final class PngShape {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] HEADER = {'I', 'H', 'D', 'R'};
    private static final byte[] PIXELS = {'I', 'D', 'A', 'T'};
    private static final byte[] END = {'I', 'E', 'N', 'D'};

    /** Length, name and checksum of a chunk. */
    private static final int FRAME_BYTES = 12;

    private PngShape() {}

    static Optional<String> fault(byte[] file) {
        if (!Bytes.at(file, 0, SIGNATURE)) {
            return Optional.of("it does not begin as a PNG does");
        }
        int at = SIGNATURE.length;
        if (!Bytes.at(file, at + 4, HEADER) || file.length < at + FRAME_BYTES + 13) {
            return Optional.of("it has no PNG header");
        }
        Optional<String> size = ImageSize.fault(Bytes.four(file, at + 8), Bytes.four(file, at + 12));
        if (size.isPresent()) {
            return size;
        }
        boolean pixels = false;
        while (at + FRAME_BYTES <= file.length) {
            long length = Bytes.four(file, at);
            if (length > file.length - at - FRAME_BYTES || !checksum(file, at, (int) length)) {
                return Optional.of("a part of it is cut off or broken");
            }
            pixels |= Bytes.at(file, at + 4, PIXELS);
            boolean last = Bytes.at(file, at + 4, END);
            at += FRAME_BYTES + (int) length;
            if (last) {
                return ending(file, at, pixels);
            }
        }
        return Optional.of("it is cut off");
    }

    private static Optional<String> ending(byte[] file, int at, boolean pixels) {
        if (at != file.length) {
            return Optional.of("something follows the picture");
        }
        return pixels ? Optional.empty() : Optional.of("it holds no picture");
    }

    private static boolean checksum(byte[] file, int at, int length) {
        CRC32 crc = new CRC32();
        crc.update(file, at + 4, length + 4);
        return crc.getValue() == Bytes.four(file, at + 8 + length);
    }
}
