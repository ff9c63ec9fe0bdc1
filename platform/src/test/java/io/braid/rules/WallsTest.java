package io.braid.rules;

import static io.braid.rules.Wall.inModule;
import static io.braid.rules.Wall.named;
import static io.braid.rules.Wall.packages;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.braid.kernel.SellingPrice;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who sees the database, the web library, Spring, money that vendors must not know. */
class WallsTest {
    private static final Wall JDBC = new Wall(
            "JDBC",
            packages("java.sql", "javax.sql", "org.springframework.jdbc", "org.postgresql", "com.zaxxer.hikari"),
            named("Store", "Wiring"),
            Set.of(
                    // Where transactions begin and how a vendor's reads are fenced in.
                    "store.Transactions",
                    "store.VendorReads",
                    // What the owner does before the application may work.
                    "app.DatabaseUrl",
                    "app.Pools",
                    "app.VerifyCommand",
                    "app.VerifyJournalCommand",
                    // Hands the vendor role's connection to the stores.
                    "fulfillment.PurchaseOrders",
                    "fulfillment.ShipmentRow",
                    // A row as two statements of LocationStore read it.
                    "location.LocationRow"),
            "move the statement into the module's …Store");

    private static final Wall WEB = new Wall(
            "web library",
            packages("org.springframework.web", "org.springframework.http", "jakarta.servlet"),
            inModule("api"),
            Set.of("app.HealthHttp"),
            "let the module answer with values, and the api turn them into HTTP");

    private static final Wall ENDPOINTS = new Wall(
            "endpoints",
            packages("org.springframework.web.bind.annotation"),
            named("Http"),
            Set.of("api.Rules"), // reads what endpoints say of themselves
            "move the endpoint into a type called …Http");

    private static final Wall WIRING = new Wall(
            "Spring's container",
            packages(
                    "org.springframework.context.annotation",
                    "org.springframework.beans.factory.annotation",
                    "org.springframework.stereotype",
                    "org.springframework.boot.autoconfigure"),
            named("Wiring").or(inModule("app")),
            Set.of(),
            "create the bean with new in the module's …Wiring");

    private static final Wall SELLING_PRICE = new Wall(
            "selling prices",
            dependency -> dependency.getTargetClass().getName().equals(SellingPrice.class.getName()),
            inModule("kernel", "order", "api", "store"),
            Set.of(
                    "sourcing.Questions",
                    "sourcing.Router",
                    "sourcing.Rooms"), // what an order is worth is a fact that a strategy may ask for
            "a vendor's side knows UnitCost alone");

    private static final Set<String> DICE = Set.of(
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.Random");

    static final List<Wall> WALLS = List.of(JDBC, WEB, ENDPOINTS, WIRING, SELLING_PRICE);

    @ParameterizedTest
    @FieldSource("WALLS")
    void nobody_goes_through_the_wall(Wall wall) {
        List<String> found = wall.breaches(Houses.OURS);
        assertThat(found).withFailMessage(() -> String.join("\n", found)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WALLS")
    void a_planted_type_that_goes_through_the_wall_is_named(Wall wall) {
        Wall bare = new Wall(wall.name(), wall.what(), wall.may(), Set.of(), wall.instead());
        assertThat(bare.breaches(Houses.PLANTED)).singleElement().asString().contains("planted.alpha.Reads");
    }

    @Test
    void an_exception_that_nobody_needs_and_an_empty_rule_are_named() {
        Wall idle = new Wall("nothing", packages("no.such"), named("Store"), Set.of("alpha.Reads"), "");
        assertThat(idle.breaches(Houses.PLANTED))
                .containsExactly(
                        "nothing: the exception for alpha.Reads is not needed; take it out",
                        "nothing: nothing touches it at all; the rule is empty");
    }

    @Test
    void kernel_depends_on_java_alone() {
        assertThat(foreign(Houses.OURS, "kernel", "java", "org.jspecify", "io.braid.kernel"))
                .isEmpty();
    }

    @Test
    void routing_depends_on_the_kernel_alone() {
        assertThat(foreign(Houses.OURS, "routing", "java", "org.jspecify", "io.braid.kernel", "io.braid.routing"))
                .isEmpty();
        assertThat(foreign(Houses.PLANTED, "alpha", "java", "io.braid.kernel")).isNotEmpty();
    }

    /** Wall clocks and dice: asked for at the edge, passed on as arguments. */
    @Test
    void time_and_chance_come_from_outside() {
        Set<String> adapters = Set.of(
                "app.AppWiring", // the clock itself
                "app.EmbeddedPostgres", // how long the server may take to start
                "app.PostgresCluster", // the server's password
                "store.Ids", // keys
                "store.Vault", // nonces, and the master key
                "access.Secret", // tokens, codes
                "store.Transactions", // jitter between tries
                "access.ApiKeys",
                "api.Seal", // nonces
                "app.DemoCommand", // the demo's key
                "demo.DemoClock",
                "access.AccessWiring",
                "api.Edge", // correlation ids
                "simulation.Pace", // how long a piece of work took, so how long to rest
                "sourcing.Router"); // how long a decision took
        assertThat(impure(Houses.OURS, adapters)).isEmpty();
        assertThat(impure(Houses.OURS, Set.of())).isNotEmpty();
        assertThat(impure(Houses.PLANTED, Set.of()))
                .anySatisfy(call -> assertThat(call).contains("Instant.now()"))
                .anySatisfy(call -> assertThat(call).contains("Clock.systemUTC()"))
                .anySatisfy(call -> assertThat(call).contains("UUID.randomUUID()"));
    }

    private static List<String> foreign(Iterable<JavaClass> classes, String module, String... allowed) {
        Predicate<Dependency> known = packages(allowed);
        List<JavaClass> ours = StreamSupport.stream(classes.spliterator(), false)
                .filter(inModule(module))
                .toList();
        assertThat(ours).isNotEmpty();
        return ours.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(known.negate())
                .filter(d -> !d.getTargetClass().getBaseComponentType().isPrimitive())
                .map(Dependency::getDescription)
                .toList();
    }

    private static List<String> impure(Iterable<JavaClass> classes, Set<String> adapters) {
        return StreamSupport.stream(classes.spliterator(), false)
                .filter(type -> !adapters.contains(Houses.moduleOf(type) + "." + Houses.outerName(type)))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(WallsTest::readsTheWorld)
                .map(call -> call.getDescription() + "; take a Clock, or what chance gave, as an argument")
                .toList();
    }

    private static boolean readsTheWorld(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean clock = owner.startsWith("java.time.")
                && (name.equals("now") || name.startsWith("system"))
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(p -> p.getName().equals("java.time.Clock"));
        boolean system =
                owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
        boolean chance = DICE.contains(owner) || DICE.contains(owner + "." + name);
        return clock || system || chance;
    }
}
