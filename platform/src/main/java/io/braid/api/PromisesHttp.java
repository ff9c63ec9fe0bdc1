package io.braid.api;

import io.braid.journal.Deed;
import io.braid.sourcing.Cart;
import io.braid.sourcing.Promises;
import java.util.Objects;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Promises before purchase. */
@RestController
@RequestMapping("/api/v1/promises")
final class PromisesHttp {
    private final Promises promises;

    PromisesHttp(Promises promises) {
        this.promises = promises;
    }

    /** What the cart would cost to ship and when it would arrive; nothing is reserved. */
    @PostMapping
    @Needs("promises:read")
    PromiseView promise(@RequestBody CartBody body, Deed deed) {
        Faults faults = new Faults();
        Cart cart = body.cart(faults);
        Deed then = new Deed(
                deed.actor(), Objects.requireNonNullElse(body.at(), deed.at()), deed.channel(), deed.correlationId());
        return PromiseView.of(Answers.of(promises.promise(then, cart)));
    }
}
