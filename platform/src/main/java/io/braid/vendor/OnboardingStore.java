package io.braid.vendor;

import io.braid.kernel.VendorCode;
import io.braid.location.Address;
import io.braid.store.Columns;
import io.braid.store.Json;
import io.braid.store.Sql;
import io.braid.vendor.Onboarding.Profiled;
import io.braid.vendor.OnboardingStep.Name;
import io.braid.vendor.OnboardingStep.State;
import io.braid.vendor.Vendor.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a vendor's profile, which is a part of its row, and the table {@code vendor_step}. */
final class OnboardingStore {
    private static final Sql SQL = Sql.of("vendor/onboarding");

    private final JdbcClient jdbc;
    private final SealedText taxIds;

    OnboardingStore(JdbcClient jdbc, SealedText taxIds) {
        this.jdbc = jdbc;
        this.taxIds = taxIds;
    }

    /** The same on another connection. */
    OnboardingStore on(JdbcClient other) {
        return new OnboardingStore(other, taxIds);
    }

    Optional<Profiled> find(VendorCode vendor) {
        return jdbc.sql(SQL.get("find"))
                .param("code", vendor.text())
                .query((rs, row) -> new Profiled(vendor, profile(vendor, rs), rs.getInt("version")))
                .optional();
    }

    /** Whether another vendor goes by that name. */
    boolean nameTaken(VendorCode vendor, String name) {
        return jdbc.sql(SQL.get("nameTaken"))
                .param("code", vendor.text())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Writes over the version that was seen; false when it is another one by now. */
    boolean save(Profiled seen, CompanyProfile profile, Instant at) {
        return jdbc.sql(SQL.get("save"))
                        .param("code", seen.vendor().text())
                        .param("version", seen.version())
                        .param("name", profile.name())
                        .param("legalName", profile.legalName())
                        .param("taxId", taxIds.seal(seen.vendor(), profile.taxId()))
                        .param("businessType", profile.businessType())
                        .param("website", profile.website())
                        .param("description", profile.description())
                        .param("founded", profile.founded())
                        .param("employees", profile.employees())
                        .param("address", json(profile.address()))
                        .param("remitTo", json(profile.remitTo()))
                        .param("contactName", profile.primaryContact().name())
                        .param("contactEmail", profile.primaryContact().email())
                        .param("contactPhone", profile.primaryContact().phone())
                        .param("billingEmail", profile.billingEmail())
                        .param("supportEmail", profile.supportEmail())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** The steps somebody touched. */
    Map<Name, OnboardingStep> steps(VendorCode vendor) {
        Map<Name, OnboardingStep> steps = new EnumMap<>(Name.class);
        jdbc.sql(SQL.get("steps"))
                .param("vendor", vendor.text())
                .query((rs, row) -> new OnboardingStep(
                        Name.valueOf(rs.getString("step")),
                        State.valueOf(rs.getString("state")),
                        rs.getString("comment"),
                        List.of(),
                        rs.getInt("version"),
                        rs.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(step -> steps.put(step.name(), step));
        return steps;
    }

    /** Writes a step over the version before it; false when somebody else moved it. */
    boolean write(VendorCode vendor, OnboardingStep step, Instant at) {
        return jdbc.sql(SQL.get(step.version() == 1 ? "insertStep" : "moveStep"))
                        .param("vendor", vendor.text())
                        .param("step", step.name().name())
                        .param("version", step.version() - 1)
                        .param("state", step.state().name())
                        .param("comment", step.comment())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    private record TaxId(VendorCode vendor, String plain) {}

    /** Seals tax ids that lie open, in the caller's transaction; says how many. */
    int sealSome(int limit) {
        Columns<TaxId> open = Columns.of(jdbc.sql(SQL.get("openTaxIds"))
                .param("sealedMark", SealedText.MARK)
                .param("limit", limit)
                .query((rs, row) -> new TaxId(new VendorCode(rs.getString("code")), rs.getString("tax_id")))
                .list());
        return jdbc.sql(SQL.get("sealTaxIds"))
                .param("codes", open.texts(TaxId::vendor))
                .param("taxIds", open.texts(one -> taxIds.seal(one.vendor(), one.plain())))
                .update();
    }

    private CompanyProfile profile(VendorCode vendor, ResultSet rs) throws SQLException {
        return new CompanyProfile(
                rs.getString("name"),
                rs.getString("legal_name"),
                taxIds.open(vendor, rs.getString("tax_id")),
                rs.getString("business_type"),
                rs.getString("website"),
                rs.getString("description"),
                rs.getObject("founded", Integer.class),
                rs.getObject("employees", Integer.class),
                address(rs.getString("address")),
                new Contact(rs.getString("contact_name"), rs.getString("contact_email"), rs.getString("contact_phone")),
                rs.getString("billing_email"),
                rs.getString("support_email"),
                address(rs.getString("remit_to")));
    }

    private static @Nullable String json(@Nullable Address address) {
        return address == null ? null : Json.write(StoredAddress.of(address));
    }

    private static @Nullable Address address(@Nullable String json) {
        return json == null
                ? null
                : Json.MAPPER.readValue(json, StoredAddress.class).address();
    }
}
