package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Vendors, over HTTP. */
class VendorsHttpTest {
    private static final String VENDORS = "/api/v1/vendors";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);

    @Test
    void an_invited_vendor_is_activated_when_nothing_is_missing_and_deactivated_at_any_time() {
        String code = world.vendor("acme");
        String place = VENDORS + "/" + code;
        assertThat(braid.get(place).text("/status")).isEqualTo("ONBOARDING");

        Answer early = braid.post(place + "/activation", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text("/type")).isEqualTo("/problems/vendor-not-ready");
        assertThat(early.json().at("/missing").valueStream().map(n -> n.asString()))
                .containsExactly("LOCATION", "PRICED_ITEM");

        world.vendorLocation(code, "MEM", "38118");
        assertThat(braid.post(place + "/activation", Map.of()).text("/missing/0"))
                .isEqualTo("PRICED_ITEM");
        world.item(code, world.product("MUG"), "7.25");
        Answer active = braid.post(place + "/activation", "");
        assertThat(active.text("/status")).as(active.body()).isEqualTo("ACTIVE");
        assertThat(active.header("ETag")).isEqualTo("\"2\"");
        assertThat(braid.post(place + "/activation", Map.of()).text("/version")).isEqualTo("2");

        assertThat(braid.post(place + "/deactivation", Map.of("expectedVersion", 1))
                        .status())
                .isEqualTo(409);
        assertThat(braid.post(place + "/deactivation", Map.of("expectedVersion", 2))
                        .text("/status"))
                .isEqualTo("INACTIVE");
        Answer entries = braid.get("/api/v1/journal?subject=vendor:" + code);
        assertThat(entries.json()
                        .at("/items")
                        .valueStream()
                        .map(e -> e.at("/type").asString()))
                .containsExactlyInAnyOrder("VendorInvited", "VendorActivated", "VendorDeactivated");
        assertThat(entries.body()).doesNotContain("@example.com");
        assertThat(braid.post(VENDORS + "/no-such-vendor/activation", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void code_name_and_address_are_each_one_vendors_only() {
        String name = "Müller & Söhne " + world.named("x");
        String email = world.named("sales") + "@Example.com";
        Answer invited = braid.post(VENDORS, Map.of("name", name, "email", email));
        assertThat(invited.text("/code")).as(invited.body()).isEqualTo("muller-sohne-" + world.named("x"));

        Answer again = braid.post(VENDORS, Map.of("name", name.toUpperCase(Locale.ROOT), "email", email));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).isEqualTo("/problems/vendor-taken");
        assertThat(again.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/code", "/name", "/email");
        Answer sameMail = braid.post(VENDORS, Map.of("name", world.named("other"), "email", email));
        assertThat(sameMail.json().at("/errors").findValuesAsString("pointer")).containsExactly("/email");

        assertThat(braid.post(VENDORS, Map.of("name", "株式会社", "email", world.named("jp") + "@example.com"))
                        .text("/type"))
                .isEqualTo("/problems/no-code-in-name");
        assertThat(braid.post(VENDORS, Map.of("name", "x", "email", "nobody")).text("/errors/0/pointer"))
                .isEqualTo("/email");
        assertThat(braid.post(VENDORS, Map.of("code", "A B", "email", "a@b.c"))
                        .json()
                        .at("/errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/code", "/name");
    }

    @Test
    void of_two_invitations_at_once_one_wins() throws Exception {
        String email = world.named("race") + "@example.com";
        Callable<Answer> one = () -> braid.post(VENDORS, Map.of("name", world.named("one"), "email", email));
        Callable<Answer> two = () -> braid.post(VENDORS, Map.of("name", world.named("two"), "email", email));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = threads.invokeAll(List.of(one, two)).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409);
        }
    }

    @Test
    void lists_by_status_page_by_page() {
        world.vendor("l1");
        String last = world.vendor("l2");
        Answer page = braid.get(VENDORS + "?status=ONBOARDING&limit=1");
        assertThat(page.json().at("/items").size()).isEqualTo(1);
        assertThat(page.text("/nextCursor")).isNotEmpty();
        assertThat(braid.get(VENDORS + "?status=INACTIVE&limit=500").body()).doesNotContain("\"" + last + "\"");
        assertThat(braid.get(VENDORS + "?status=GONE").status()).isEqualTo(422);
    }
}
