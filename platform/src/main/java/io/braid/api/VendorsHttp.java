package io.braid.api;

import io.braid.access.EmailAddress;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import io.braid.vendor.IntegrationMode;
import io.braid.vendor.Invitation;
import io.braid.vendor.Vendor;
import io.braid.vendor.Vendor.Contact;
import io.braid.vendor.Vendor.Status;
import io.braid.vendor.Vendors;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Companies that ship for the operator: invited, activated, deactivated. */
@RestController
@RequestMapping("/api/v1/vendors")
final class VendorsHttp {
    private static final int NAME_LENGTH_MAX = 200;
    private static final int PHONE_LENGTH_MAX = 40;

    private final Vendors vendors;

    VendorsHttp(Vendors vendors) {
        this.vendors = vendors;
    }

    record InvitationBody(
            @Nullable String code,
            @Nullable String name,
            @Nullable String email,
            @Nullable ContactBody contact) {}

    record ContactBody(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record MoveBody(@Nullable Integer expectedVersion) {}

    /** What is missing is asked for one vendor, never for a list. */
    record VendorView(
            VendorCode code,
            String name,
            String email,
            Status status,
            Contact contact,
            int paymentDays,
            IntegrationMode integration,
            @Nullable String currency,
            List<String> missing,
            int version) {
        static VendorView of(Vendor vendor, List<String> missing) {
            Currency currency = vendor.currency();
            return new VendorView(
                    vendor.code(),
                    vendor.name(),
                    vendor.email(),
                    vendor.status(),
                    vendor.contact(),
                    vendor.paymentDays(),
                    vendor.integration(),
                    currency == null ? null : currency.getCurrencyCode(),
                    missing,
                    vendor.version());
        }
    }

    record VendorRow(VendorCode code, String name, String email, Status status, int version) {
        static VendorRow of(Vendor vendor) {
            return new VendorRow(vendor.code(), vendor.name(), vendor.email(), vendor.status(), vendor.version());
        }
    }

    @PostMapping
    @Needs("vendors:write")
    ResponseEntity<VendorView> invite(@RequestBody InvitationBody body, Deed deed) {
        Faults faults = new Faults();
        VendorCode code = faults.optional("/code", body.code(), VendorCode::new);
        String name = faults.text("/name", body.name(), NAME_LENGTH_MAX);
        String email = faults.read("/email", body.email(), VendorsHttp::email);
        Contact contact = contact(faults, "/contact", body.contact());
        faults.refuseIfAny();
        Invitation invitation = new Invitation(code, Faults.known(name), Faults.known(email), contact);
        Vendor vendor = Answers.of(vendors.invite(deed, invitation));
        return Answers.created("/api/v1/vendors/" + vendor.code(), view(vendor), vendor.version());
    }

    static Contact contact(Faults faults, String at, @Nullable ContactBody contact) {
        return contact == null
                ? Contact.NONE
                : new Contact(
                        faults.optionalText(at + "/name", contact.name(), NAME_LENGTH_MAX),
                        faults.optional(at + "/email", contact.email(), VendorsHttp::email),
                        faults.optionalText(at + "/phone", contact.phone(), PHONE_LENGTH_MAX));
    }

    /** Only what can never be an address is refused; whether it is one shows when it is written to. */
    static String email(String text) {
        EmailAddress.parse(text);
        return text.strip();
    }

    @GetMapping("/{code}")
    @Needs("vendors:read")
    ResponseEntity<VendorView> vendor(@PathVariable String code) {
        Vendor vendor = vendors.findVendor(path(code)).orElseThrow(Declined::notFound);
        return Answers.versioned(view(vendor), vendor.version());
    }

    @GetMapping
    @Needs("vendors:read")
    Page<VendorRow> list(Paging paging, @RequestParam(required = false) @Nullable String status) {
        Faults faults = new Faults();
        Status wanted = faults.optionalChoice("/status", status, Status.class);
        faults.refuseIfAny();
        VendorCode after = paging.after(key -> new VendorCode(key.getFirst()));
        List<Vendor> rows = vendors.listVendors(wanted, after == null ? "" : after.text(), paging.fetch());
        return paging.page(rows, VendorRow::of, vendor -> List.of(vendor.code().text()));
    }

    @PostMapping("/{code}/activation")
    @Needs("vendors:write")
    ResponseEntity<VendorView> activate(
            @PathVariable String code,
            @RequestBody(required = false) @Nullable MoveBody body,
            IfMatch ifMatch,
            Deed deed) {
        Vendor vendor = Answers.of(vendors.activate(deed, path(code), ifMatch.or(expected(body))));
        return Answers.versioned(view(vendor), vendor.version());
    }

    @PostMapping("/{code}/deactivation")
    @Needs("vendors:write")
    ResponseEntity<VendorView> deactivate(
            @PathVariable String code,
            @RequestBody(required = false) @Nullable MoveBody body,
            IfMatch ifMatch,
            Deed deed) {
        Vendor vendor = Answers.of(vendors.deactivate(deed, path(code), ifMatch.or(expected(body))));
        return Answers.versioned(view(vendor), vendor.version());
    }

    private static @Nullable Integer expected(@Nullable MoveBody body) {
        return body == null ? null : body.expectedVersion();
    }

    private VendorView view(Vendor vendor) {
        return VendorView.of(vendor, vendors.missing(vendor.code()));
    }

    static VendorCode path(String text) {
        try {
            return new VendorCode(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }
}
