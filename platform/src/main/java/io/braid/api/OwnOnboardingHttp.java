package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.api.OnboardingView.IntegrationBody;
import io.braid.api.OnboardingView.IntegrationView;
import io.braid.api.OnboardingView.StepView;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
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

/** The steps a vendor works through, in any order; nothing else it does waits for them. */
@RestController
@RequestMapping("/api/v1/vendor")
final class OwnOnboardingHttp {
    private final Onboarding onboarding;
    private final Vendors vendors;

    OwnOnboardingHttp(Onboarding onboarding, Vendors vendors) {
        this.onboarding = onboarding;
        this.vendors = vendors;
    }

    @GetMapping("/profile")
    @Needs(value = "profile:read", audience = Audience.VENDOR)
    ResponseEntity<ProfileView> profile(Caller caller) {
        return ProfileView.answer(onboarding.findProfile(caller.vendorScope()).orElseThrow(Declined::notFound));
    }

    @PutMapping("/profile")
    @Needs(value = "profile:write", audience = Audience.VENDOR)
    ResponseEntity<ProfileView> save(@RequestBody ProfileBody body, IfMatch ifMatch, Caller caller, Deed deed) {
        return ProfileView.answer(Answers.of(
                onboarding.save(deed, caller.vendorScope().vendor(), body.read(), ifMatch.or(body.expectedVersion()))));
    }

    @GetMapping("/onboarding")
    @Needs(value = "profile:read", audience = Audience.VENDOR)
    OnboardingView steps(Caller caller) {
        VendorCode vendor = caller.vendorScope().vendor();
        return OnboardingView.of(own(caller), onboarding.steps(vendor), vendors.missing(vendor));
    }

    /** Hands a step in for review; what is still missing is told. */
    @PostMapping("/onboarding/{step}/submission")
    @Needs(value = "profile:write", audience = Audience.VENDOR)
    StepView submit(@PathVariable String step, Caller caller, Deed deed) {
        return StepView.of(
                Answers.of(onboarding.submit(deed, caller.vendorScope().vendor(), OnboardingView.path(step))));
    }

    @GetMapping("/integration")
    @Needs(value = "profile:read", audience = Audience.VENDOR)
    ResponseEntity<IntegrationView> integration(Caller caller) {
        Vendor vendor = own(caller);
        return Answers.versioned(IntegrationView.of(vendor), vendor.version());
    }

    @PutMapping("/integration")
    @Needs(value = "profile:write", audience = Audience.VENDOR)
    ResponseEntity<IntegrationView> integrate(
            @RequestBody IntegrationBody body, IfMatch ifMatch, Caller caller, Deed deed) {
        Vendor vendor = Answers.of(onboarding.integrate(
                deed, caller.vendorScope().vendor(), body.read(), ifMatch.or(body.expectedVersion())));
        return Answers.versioned(IntegrationView.of(vendor), vendor.version());
    }

    private Vendor own(Caller caller) {
        return vendors.findVendor(caller.vendorScope().vendor()).orElseThrow(Declined::notFound);
    }
}
