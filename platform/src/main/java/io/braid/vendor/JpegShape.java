package io.braid.vendor;

import java.util.Optional;

/** A JPEG segment by segment, from the start mark to the end mark and not a byte more. */
final class JpegShape {
    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    private JpegShape() {}

    static Optional<String> fault(byte[] file) {
        if (file.length < 4 || Bytes.two(file, 0) != (MARK << 8 | START)) {
            return Optional.of("it does not begin as a JPEG does");
        }
        boolean sized = false;
        boolean scanned = false;
        int at = 2;
        while (at + 4 <= file.length && Bytes.unsigned(file, at) == MARK) {
            int mark = Bytes.unsigned(file, at + 1);
            if (mark == MARK) {
                at++;
                continue;
            }
            int next = at + 2 + Bytes.two(file, at + 2);
            if (Bytes.two(file, at + 2) < 2 || next > file.length) {
                return Optional.of("a part of it is cut off");
            }
            if (isFrame(mark)) {
                Optional<String> size = size(file, at);
                if (size.isPresent()) {
                    return size;
                }
                sized = true;
            }
            scanned |= mark == SCAN;
            at = mark == SCAN ? endOfScan(file, next) : next;
            if (at + 2 <= file.length && Bytes.two(file, at) == (MARK << 8 | END)) {
                return ending(file, at + 2, sized && scanned);
            }
        }
        return Optional.of("it is cut off or broken");
    }

    private static Optional<String> size(byte[] file, int at) {
        return at + 9 > file.length
                ? Optional.of("a part of it is cut off")
                : ImageSize.fault(Bytes.two(file, at + 7), Bytes.two(file, at + 5));
    }

    /** The segments that tell the size, 0xC0 to 0xCF without the three tables among them. */
    private static boolean isFrame(int mark) {
        return mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
    }

    /** Pixels run until a mark that is neither a stuffed byte nor a restart. */
    private static int endOfScan(byte[] file, int from) {
        int at = from;
        while (at + 1 < file.length) {
            int next = Bytes.unsigned(file, at + 1);
            boolean mark = Bytes.unsigned(file, at) == MARK;
            if (mark && next != 0 && next != MARK && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    private static Optional<String> ending(byte[] file, int at, boolean picture) {
        if (at != file.length) {
            return Optional.of("something follows the picture");
        }
        return picture ? Optional.empty() : Optional.of("it holds no picture");
    }
}
