package io.braid.vendor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names ({@code /Launch}) in a run of bytes as a reader of PDFs does, with {@code #xx} for any character, and
 * keeps the first that makes a file do something by itself. It is fed byte by byte and holds one name at a time.
 */
final class PdfNames {
    /** What a reader does by itself, or carries inside. */
    private static final List<String> ACTIVE =
            List.of("JavaScript", "Launch", "EmbeddedFile", "RichMedia", "XFA", "SubmitForm", "ImportData");

    private static final String PACKED = "ObjStm";

    /** Longer than any name above with each character escaped. */
    private static final int RAW_LENGTH_MAX = 60;

    private final StringBuilder name = new StringBuilder();
    private boolean within;
    private @Nullable String active;
    private int packed;

    void feed(int one) {
        if (within && isRegular(one)) {
            if (name.length() < RAW_LENGTH_MAX) {
                name.append((char) one);
            }
            return;
        }
        end();
        within = one == '/';
    }

    /** Behind the last byte. */
    void end() {
        if (within) {
            String read = unescaped();
            if (read.equals(PACKED)) {
                packed++;
            }
            if (active == null) {
                active = ACTIVE.stream().filter(read::startsWith).findFirst().orElse(null);
            }
        }
        within = false;
        name.setLength(0);
    }

    /** The first name that makes a file do something; null when none was met. */
    @Nullable
    String active() {
        return active;
    }

    /** How often something says that it holds packed objects. */
    int packed() {
        return packed;
    }

    private String unescaped() {
        StringBuilder read = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            boolean escaped = name.charAt(at) == '#' && at + 2 < name.length();
            int high = escaped ? Character.digit(name.charAt(at + 1), 16) : -1;
            int low = escaped ? Character.digit(name.charAt(at + 2), 16) : -1;
            if (high >= 0 && low >= 0) {
                read.append((char) (high * 16 + low));
                at += 2;
            } else {
                read.append(name.charAt(at));
            }
        }
        return read.toString();
    }

    private static boolean isRegular(int one) {
        return !isBlank(one) && "()<>[]{}/%".indexOf(one) < 0;
    }

    static boolean isBlank(int one) {
        return one == 0 || one == '\t' || one == '\n' || one == '\f' || one == '\r' || one == ' ';
    }
}
