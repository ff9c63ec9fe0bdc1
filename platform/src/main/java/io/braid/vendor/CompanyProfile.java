package io.braid.vendor;

import io.braid.location.Address;
import io.braid.vendor.Vendor.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of itself. It is saved as it grows, so everything but the name may still be missing; it holds
 * personal and tax data, which stay out of the journal.
 *
 * @param founded the year
 * @param remitTo where payments go, when that is another address
 */
public record CompanyProfile(
        String name,
        @Nullable String legalName,
        @Nullable String taxId,
        @Nullable String businessType,
        @Nullable String website,
        @Nullable String description,
        @Nullable Integer founded,
        @Nullable Integer employees,
        @Nullable Address address,
        Contact primaryContact,
        @Nullable String billingEmail,
        @Nullable String supportEmail,
        @Nullable Address remitTo) {

    /** What must be there before it can be handed in for review, by the names of the fields. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        needed(missing, "legalName", legalName);
        needed(missing, "taxId", taxId);
        needed(missing, "address", address);
        needed(missing, "primaryContact/name", primaryContact.name());
        needed(missing, "primaryContact/email", primaryContact.email());
        needed(missing, "billingEmail", billingEmail);
        return missing;
    }

    private static void needed(List<String> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(field);
        }
    }

    /** The names of the fields that differ; their values are nobody's business but the two parties'. */
    List<String> differencesTo(CompanyProfile other) {
        return Stream.of(
                        differing("name", name, other.name),
                        differing("legalName", legalName, other.legalName),
                        differing("taxId", taxId, other.taxId),
                        differing("businessType", businessType, other.businessType),
                        differing("website", website, other.website),
                        differing("description", description, other.description),
                        differing("founded", founded, other.founded),
                        differing("employees", employees, other.employees),
                        differing("address", address, other.address),
                        differing("primaryContact", primaryContact, other.primaryContact),
                        differing("billingEmail", billingEmail, other.billingEmail),
                        differing("supportEmail", supportEmail, other.supportEmail),
                        differing("remitTo", remitTo, other.remitTo))
                .flatMap(List::stream)
                .toList();
    }

    /** Which of the details that bind the company in law were there before and are other ones now, or gone. */
    List<String> replacedLegally(CompanyProfile before) {
        return Stream.of(
                        before.legalName == null
                                ? List.<String>of()
                                : differing("legalName", legalName, before.legalName),
                        before.taxId == null ? List.<String>of() : differing("taxId", taxId, before.taxId))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> differing(String field, @Nullable Object one, @Nullable Object other) {
        return Objects.equals(one, other) ? List.of() : List.of(field);
    }
}
