package io.braid.vendor;

import java.util.Arrays;
import java.util.Optional;

/** The three kinds of file that are taken, each with the check that tells whether a file is one. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg");

    private final String mediaType;
    private final String extension;

    FileKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** By a Content-Type without its parameters. */
    public static Optional<FileKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equalsIgnoreCase(mediaType))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /** Why the file is none of this kind, or none we take; nothing is run or kept unpacked to find out. */
    Optional<String> fault(byte[] file) {
        Optional<String> fault = switch (this) {
            case PDF -> PdfShape.fault(file);
            case PNG -> PngShape.fault(file);
            case JPEG -> JpegShape.fault(file);
        };
        return fault.or(() -> Archives.fault(file));
    }
}
