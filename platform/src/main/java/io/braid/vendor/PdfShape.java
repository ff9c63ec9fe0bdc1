package io.braid.vendor;

import java.util.Optional;

/**
 * A PDF from its header in the first byte to its last end mark, without anything that runs or unpacks when it is
 * opened. Names are read wherever they stand, also where objects are packed ({@link PdfObjects}). Scripts hidden in
 * another way (packed twice, or with another method, in a part that does not say what it is) are not found: this is no
 * scanner, and a file is only ever handed out as an attachment.
 */
final class PdfShape {
    /** Between the end mark and the end of the file some writers leave a line or two. */
    private static final int AFTER_END_MAX = 64;

    private PdfShape() {}

    static Optional<String> fault(byte[] file) {
        if (Bytes.find(file, 0, "%PDF-1.") != 0 && Bytes.find(file, 0, "%PDF-2.") != 0) {
            return Optional.of("it does not begin as a PDF does");
        }
        int tail = Math.max(0, file.length - AFTER_END_MAX - 5);
        int end = -1;
        for (int at = Bytes.find(file, tail, "%%EOF"); at >= 0; at = Bytes.find(file, at + 1, "%%EOF")) {
            end = at + 5;
        }
        if (end < 0 || !blank(file, end)) {
            return Optional.of("it does not end as a PDF does: it is cut off, or something follows it");
        }
        if (Bytes.find(file, 0, "startxref") < 0) {
            return Optional.of("it has no table of its objects");
        }
        PdfNames names = new PdfNames();
        for (byte one : file) {
            names.feed(one & 0xFF);
        }
        names.end();
        return names.active() == null ? PdfObjects.fault(file, names.packed()) : Optional.of(told(names.active()));
    }

    static String told(String name) {
        return "it holds active content (/" + name + "); print it to a new PDF and send that";
    }

    private static boolean blank(byte[] file, int from) {
        for (int at = from; at < file.length; at++) {
            if (file[at] != '\r' && file[at] != '\n' && file[at] != ' ' && file[at] != 0) {
                return false;
            }
        }
        return true;
    }
}
