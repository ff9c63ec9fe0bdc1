package io.braid.vendor;

import io.braid.kernel.Outcome;
import io.braid.kernel.Texts;
import io.braid.vendor.DocumentRefusal.BadFileName;
import io.braid.vendor.DocumentRefusal.NotThatFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that was looked at: it is of the kind it says, all of it and nothing else. Its name is a label of the
 * vendor's, free of paths and control characters; nothing is ever stored or served under it.
 */
public final class DocumentFile {
    /** Ten mebibytes: twenty scanned pages. */
    public static final int BYTES_MAX = 10 * 1_048_576;

    private static final int NAME_LENGTH_MAX = 120;

    private final FileKind kind;
    private final String name;
    private final byte[] content;

    private DocumentFile(FileKind kind, String name, byte[] content) {
        this.kind = kind;
        this.name = name;
        this.content = content;
    }

    /** The content is not copied: the caller lets go of it. */
    public static Outcome<DocumentFile> read(FileKind kind, String name, byte[] content) {
        if (!isLabel(name)) {
            return Outcome.refused(new BadFileName(Texts.shown(name)));
        }
        if (content.length == 0 || content.length > BYTES_MAX) {
            String size = content.length == 0 ? "it is empty" : "it has more than " + BYTES_MAX + " bytes";
            return Outcome.refused(new NotThatFile(kind, size));
        }
        Optional<String> fault = kind.fault(content);
        return fault.isPresent()
                ? Outcome.refused(new NotThatFile(kind, fault.get()))
                : Outcome.done(new DocumentFile(kind, name.strip(), content));
    }

    private static boolean isLabel(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= NAME_LENGTH_MAX
                && !name.strip().startsWith(".")
                && name.codePoints()
                        .noneMatch(c -> c == '/'
                                || c == '\\'
                                || c == ':'
                                || Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE);
    }

    FileKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
