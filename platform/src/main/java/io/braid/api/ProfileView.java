package io.braid.api;

import io.braid.api.LocationView.AddressView;
import io.braid.kernel.VendorCode;
import io.braid.location.Address;
import io.braid.vendor.CompanyProfile;
import io.braid.vendor.Onboarding.Profiled;
import io.braid.vendor.Vendor.Contact;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** A profile as both sides see it; what was sent can be read back the same. */
record ProfileView(
        VendorCode vendor,
        String companyName,
        @Nullable String legalName,
        @Nullable String taxId,
        @Nullable String businessType,
        @Nullable String website,
        @Nullable String description,
        @Nullable Integer founded,
        @Nullable Integer employees,
        @Nullable AddressView address,
        Contact primaryContact,
        @Nullable String billingEmail,
        @Nullable String supportEmail,
        @Nullable AddressView remitTo,
        int version) {
    static ResponseEntity<ProfileView> answer(Profiled profiled) {
        return Answers.versioned(of(profiled), profiled.version());
    }

    private static ProfileView of(Profiled profiled) {
        CompanyProfile profile = profiled.profile();
        return new ProfileView(
                profiled.vendor(),
                profile.name(),
                profile.legalName(),
                profile.taxId(),
                profile.businessType(),
                profile.website(),
                profile.description(),
                profile.founded(),
                profile.employees(),
                address(profile.address()),
                profile.primaryContact(),
                profile.billingEmail(),
                profile.supportEmail(),
                address(profile.remitTo()),
                profiled.version());
    }

    private static @Nullable AddressView address(@Nullable Address address) {
        return address == null ? null : AddressView.of(address);
    }
}
