package io.braid.criteria;

import io.braid.kernel.PostalCode;
import java.time.LocalDate;
import java.util.Set;

/** The rows a batch of orders may ask about. */
public record RowRequest(
        Set<String> tables, Set<String> locations, Set<String> skus, Set<PostalCode> postalCodes, LocalDate day) {}
