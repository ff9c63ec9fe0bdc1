package io.braid.vendor;

import java.util.Arrays;
import java.util.Optional;

/** The three kinds of file that are taken, each with the check that tells whether a file is one. */
public enum FileKind {
    PDF("application/pdf", "pdf", PdfShape::fault),
    PNG("image/png", "png", PngShape::fault),
    JPEG("image/jpeg", "jpg", JpegShape::fault);

    private final String mediaType;
    private final String extension;
    private final Shape shape;

    /** Says what is wrong with a file, or nothing. */
    @FunctionalInterface
    interface Shape {
        Optional<String> fault(byte[] file);
    }

    FileKind(String mediaType, String extension, Shape shape) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.shape = shape;
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

    /** Why the file is none of this kind, or none we take; nothing is decompressed or run to find out. */
    Optional<String> fault(byte[] file) {
        return shape.fault(file).or(() -> Archives.fault(file));
    }
}
