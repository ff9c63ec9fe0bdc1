package io.braid.api;

import io.braid.vendor.DocumentFile;
import io.braid.vendor.FileKind;
import io.braid.vendor.VendorDocument;
import io.braid.vendor.VendorDocument.Version;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Documents on their way in and out. In: one raw body of a declared type, never more than its limit in memory, and a
 * few at once. Out: an attachment under a name of ours, in a response in which a browser runs nothing.
 */
final class DocumentTransfer {
    /** Each may hold its whole limit in memory while it is looked at. */
    private static final int UPLOADS_AT_ONCE = 8;

    private static final int RETRY_SECONDS = 5;
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final Semaphore uploads = new Semaphore(UPLOADS_AT_ONCE);

    DocumentFile take(HttpServletRequest request, @Nullable String name) throws IOException {
        FileKind kind = kind(request.getContentType());
        if (name == null) {
            throw Declined.badParameter("name", "it is required: what the file is to be called");
        }
        if (request.getContentLengthLong() > DocumentFile.BYTES_MAX) {
            throw tooLarge();
        }
        if (!uploads.tryAcquire()) {
            throw new Declined(Problem.of(429, "too-many-requests", "too many documents are sent at this moment")
                    .retryAfterSeconds(RETRY_SECONDS));
        }
        try {
            byte[] content = request.getInputStream().readNBytes(DocumentFile.BYTES_MAX + 1);
            if (content.length > DocumentFile.BYTES_MAX) {
                throw tooLarge();
            }
            return Answers.of(DocumentFile.read(kind, name, content));
        } finally {
            uploads.release();
        }
    }

    private static FileKind kind(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return FileKind.of(type)
                .orElseThrow(() -> new Declined(Problem.of(
                        415,
                        "unsupported-media-type",
                        "a document is application/pdf, image/png or image/jpeg, as its Content-Type says")));
    }

    private static Declined tooLarge() {
        return new Declined(Problem.of(
                413, "body-too-large", "a document has at most " + DocumentFile.BYTES_MAX / 1_048_576 + " MiB"));
    }

    /** Writes the parts one by one; the first one is asked for before anything is said. */
    static void hand(
            HttpServletResponse response, VendorDocument document, int number, IntFunction<Optional<byte[]>> parts)
            throws IOException {
        Version version = document.versions().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(Declined::notFound);
        Optional<byte[]> part = parts.apply(0);
        String name = document.vendor() + "-" + document.requirement() + "-" + number + "."
                + version.kind().extension();
        response.setContentType(version.kind().mediaType());
        response.setContentLength(version.bytes());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        for (int next = 1; part.isPresent(); next++) {
            response.getOutputStream().write(part.get());
            part = parts.apply(next);
        }
        response.flushBuffer();
    }
}
