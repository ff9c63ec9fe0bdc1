package io.braid.api;

import io.braid.access.Portal;
import io.braid.access.PublicAddress;
import io.braid.access.Session.Opened;
import io.braid.access.Session.Visit;
import io.braid.access.SingleSignOn;
import io.braid.access.SingleSignOn.Arrival;
import io.braid.access.SingleSignOn.Departure;
import io.braid.kernel.Outcome;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The visit to the operator's identity provider and back, as a browser makes it; both ways are redirects. */
@RestController
@RequestMapping("/api/v1/sessions/sso")
final class SingleSignOnHttp {
    private static final String BACK = "/api/v1/sessions/sso/callback";

    private final SingleSignOn singleSignOn;
    private final Cookies cookies;
    private final PublicAddress address;

    SingleSignOnHttp(SingleSignOn singleSignOn, Cookies cookies, PublicAddress address) {
        this.singleSignOn = singleSignOn;
        this.cookies = cookies;
        this.address = address;
    }

    /** The cookie binds the visit to this browser: nobody can be sent back with another's. */
    @GetMapping
    @Open
    ResponseEntity<Void> begin() {
        if (!singleSignOn.isConfigured()) {
            throw Declined.notFound();
        }
        Departure departure = Answers.of(singleSignOn.begin(address.url() + BACK));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookies.visiting(departure.state()))
                .header(HttpHeaders.LOCATION, departure.address())
                .build();
    }

    /** Takes whatever parameters the provider adds. */
    @GetMapping("/callback")
    @Open
    @Hidden
    ResponseEntity<Void> end(@RequestParam Map<String, String> parameters, HttpServletRequest request, Visit visit) {
        if (!singleSignOn.isConfigured()) {
            throw Declined.notFound();
        }
        String state = parameters.getOrDefault("state", "");
        String code = parameters.getOrDefault("code", "");
        boolean ours = !code.isEmpty() && cookies.isVisiting(request, state);
        return ours
                        && singleSignOn.end(new Arrival(state, code, address.url() + BACK), visit)
                                instanceof Outcome.Done<Opened>(Opened opened)
                ? home("/admin/", cookies.opened(Portal.OPERATOR, opened.token()))
                : home("/admin/#/sign-in/refused", cookies.visited());
    }

    private ResponseEntity<Void> home(String page, String cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookies.visited())
                .header(HttpHeaders.SET_COOKIE, cookie)
                .header(HttpHeaders.LOCATION, address.url() + page)
                .build();
    }
}
