package io.braid.vendor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that answers a requirement.
 *
 * @param expiresOn the last day it holds; null when it holds for good
 */
public record Upload(
        String requirement, DocumentFile file, @Nullable LocalDate expiresOn) {}
