package io.braid.api;

import io.braid.api.OnboardingView.IntegrationBody;
import io.braid.api.OnboardingView.IntegrationView;
import io.braid.api.OnboardingView.StepView;
import io.braid.journal.Deed;
import io.braid.vendor.Onboarding;
import io.braid.vendor.Vendor;
import io.braid.vendor.Vendors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A vendor's profile, steps and way of integration, as the operator sees and decides on them. */
@RestController
@RequestMapping("/api/v1/vendors/{code}")
final class OnboardingHttp {
    private final Onboarding onboarding;
    private final Vendors vendors;

    OnboardingHttp(Onboarding onboarding, Vendors vendors) {
        this.onboarding = onboarding;
        this.vendors = vendors;
    }

    @GetMapping("/profile")
    @Needs("vendors:read")
    ResponseEntity<ProfileView> profile(@PathVariable String code) {
        return ProfileView.answer(onboarding.findProfile(VendorsHttp.path(code)).orElseThrow(Declined::notFound));
    }

    @PutMapping("/profile")
    @Needs("vendors:write")
    ResponseEntity<ProfileView> save(
            @PathVariable String code, @RequestBody ProfileBody body, IfMatch ifMatch, Deed deed) {
        return ProfileView.answer(Answers.of(
                onboarding.saveFor(deed, VendorsHttp.path(code), body.read(), ifMatch.or(body.expectedVersion()))));
    }

    @GetMapping("/onboarding")
    @Needs("vendors:read")
    OnboardingView steps(@PathVariable String code) {
        Vendor vendor = known(code);
        return OnboardingView.of(vendor, onboarding.steps(vendor.code()), vendors.missing(vendor.code()));
    }

    @PostMapping("/onboarding/{step}/reviews")
    @Needs("vendors:write")
    StepView review(@PathVariable String code, @PathVariable String step, @RequestBody ReviewBody body, Deed deed) {
        Vendor vendor = known(code);
        return StepView.of(Answers.of(onboarding.review(deed, vendor.code(), OnboardingView.path(step), body.read())));
    }

    @GetMapping("/integration")
    @Needs("vendors:read")
    ResponseEntity<IntegrationView> integration(@PathVariable String code) {
        Vendor vendor = known(code);
        return Answers.versioned(IntegrationView.of(vendor), vendor.version());
    }

    @PutMapping("/integration")
    @Needs("vendors:write")
    ResponseEntity<IntegrationView> integrate(
            @PathVariable String code, @RequestBody IntegrationBody body, IfMatch ifMatch, Deed deed) {
        Vendor vendor = Answers.of(vendors.switchIntegration(
                deed, VendorsHttp.path(code), body.read(), ifMatch.or(body.expectedVersion())));
        return Answers.versioned(IntegrationView.of(vendor), vendor.version());
    }

    private Vendor known(String code) {
        return vendors.findVendor(VendorsHttp.path(code)).orElseThrow(Declined::notFound);
    }
}
