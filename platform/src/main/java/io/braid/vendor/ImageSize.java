package io.braid.vendor;

import java.util.Optional;

/** A picture of a few kilobytes may unpack to gigabytes: its size is told before anybody unpacks it. */
final class ImageSize {
    /** A page scanned at 600 dots per inch has 35 million. */
    private static final long PIXELS_MAX = 60_000_000;

    private ImageSize() {}

    static Optional<String> fault(long width, long height) {
        if (width < 1 || height < 1) {
            return Optional.of("it has no pixels");
        }
        return width > PIXELS_MAX / height
                ? Optional.of("it would unpack to " + width + " times " + height + " pixels; at most "
                        + PIXELS_MAX / 1_000_000 + " million are taken")
                : Optional.empty();
    }
}
