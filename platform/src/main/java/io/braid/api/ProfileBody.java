package io.braid.api;

import io.braid.kernel.CountryCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Texts;
import io.braid.location.Address;
import io.braid.vendor.CompanyProfile;
import io.braid.vendor.Vendor.Contact;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a company says of itself, as it is sent: whole, with what is still missing left out. */
record ProfileBody(
        @Nullable String companyName,
        @Nullable String legalName,
        @Nullable String taxId,
        @Nullable String businessType,
        @Nullable String website,
        @Nullable String description,
        @Nullable Integer founded,
        @Nullable Integer employees,
        LocationBody.@Nullable AddressBody address,
        VendorsHttp.@Nullable ContactBody primaryContact,
        @Nullable String billingEmail,
        @Nullable String supportEmail,
        LocationBody.@Nullable AddressBody remitTo,
        @Nullable Integer expectedVersion) {
    private static final int NAME_LENGTH_MAX = 200;
    private static final int SHORT_LENGTH_MAX = 64;
    private static final int DESCRIPTION_LENGTH_MAX = 4_000;
    private static final int WEBSITE_LENGTH_MAX = 500;
    private static final int FOUNDED_MIN = 1_000;
    private static final int FOUNDED_MAX = 2_200;
    private static final int EMPLOYEES_MAX = 10_000_000;

    CompanyProfile read() {
        Faults faults = new Faults();
        String name = faults.text("/companyName", companyName, NAME_LENGTH_MAX);
        String legal = faults.optionalText("/legalName", legalName, NAME_LENGTH_MAX);
        String tax = faults.optionalText("/taxId", taxId, SHORT_LENGTH_MAX);
        String type = faults.optionalText("/businessType", businessType, SHORT_LENGTH_MAX);
        String web = faults.optional("/website", website, ProfileBody::website);
        String about = faults.optionalText("/description", description, DESCRIPTION_LENGTH_MAX);
        Integer year = ItemReading.bounded(faults, "/founded", founded, FOUNDED_MIN, FOUNDED_MAX);
        Integer heads = ItemReading.bounded(faults, "/employees", employees, 0, EMPLOYEES_MAX);
        Address where = address(faults, "/address", companyName, address);
        Contact contact = VendorsHttp.contact(faults, "/primaryContact", primaryContact);
        String billing = faults.optional("/billingEmail", billingEmail, VendorsHttp::email);
        String support = faults.optional("/supportEmail", supportEmail, VendorsHttp::email);
        Address payee = address(faults, "/remitTo", companyName, remitTo);
        faults.refuseIfAny();
        return new CompanyProfile(
                Faults.known(name).strip(),
                legal,
                tax,
                type,
                web,
                about,
                year,
                heads,
                where,
                contact,
                billing,
                support,
                payee);
    }

    /** Shown as a link one day, so that it must be one, and nothing that runs. */
    private static String website(String text) {
        try {
            URI uri = new URI(text.strip());
            if (text.length() <= WEBSITE_LENGTH_MAX
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return uri.toString();
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(noWebsite(text), e);
        }
        throw new IllegalArgumentException(noWebsite(text));
    }

    private static String noWebsite(String text) {
        return "'" + Texts.shown(text) + "' is not the address of a website, such as https://acme.example";
    }

    /** An address without a name is the company's. */
    private static @Nullable Address address(
            Faults faults, String at, @Nullable String company, LocationBody.@Nullable AddressBody body) {
        if (body == null) {
            return null;
        }
        String name = body.name() == null && company != null
                ? company.strip()
                : faults.text(at + "/name", body.name(), NAME_LENGTH_MAX);
        String line1 = faults.text(at + "/line1", body.line1(), NAME_LENGTH_MAX);
        String line2 = faults.optionalText(at + "/line2", body.line2(), NAME_LENGTH_MAX);
        String city = faults.text(at + "/city", body.city(), NAME_LENGTH_MAX);
        String region = faults.text(at + "/region", body.region(), NAME_LENGTH_MAX);
        String phone = faults.optionalText(at + "/phone", body.phone(), NAME_LENGTH_MAX);
        CountryCode country = faults.read(at + "/country", body.country(), CountryCode::new);
        String text = faults.required(at + "/postalCode", body.postalCode());
        PostalCode postal = country == null
                ? null
                : faults.optional(at + "/postalCode", text, code -> PostalCode.parse(country, code));
        if (name == null || line1 == null || city == null || region == null || country == null) {
            return null;
        }
        return postal == null || text == null
                ? null
                : new Address(name, line1, line2, city, region, text.strip(), country, phone);
    }
}
