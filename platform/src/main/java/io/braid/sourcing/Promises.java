package io.braid.sourcing;

import io.braid.carriage.CarrierTables;
import io.braid.carriage.Destination;
import io.braid.carriage.ServiceCode;
import io.braid.catalog.Product;
import io.braid.journal.Deed;
import io.braid.kernel.Fault;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.Outcome;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Promises before purchase: what a cart would cost to ship and when it would arrive, by the live strategy, the stock
 * and the carriers' tables of this moment. Nothing is reserved and nothing is kept; an order placed before the order-by
 * moment arrives on the day told, as long as the units are still there.
 */
public final class Promises {
    /** As many lines as an order may have. */
    public static final int LINES_MAX = 500;

    private final Gathering gathering;
    private final Transactions transactions;

    Promises(Gathering gathering, Transactions transactions) {
        this.gathering = gathering;
        this.transactions = transactions;
    }

    /** Every line for itself, and the cart as one order. */
    public Outcome<Promised> promise(Deed deed, Cart cart) {
        return transactions.decide(() -> promising(deed, cart)
                .map(promising -> new Promised(deed.at(), promising.lines(), promising.together())));
    }

    /** Every line for itself alone. */
    public Outcome<List<Promised.OfLine>> promiseEach(Deed deed, Cart cart) {
        return transactions.decide(() -> promising(deed, cart).map(Promising::lines));
    }

    private Outcome<Promising> promising(Deed deed, Cart cart) {
        Set<Sku> skus = cart.items().stream().map(Cart.Item::sku).collect(Collectors.toSet());
        PostalCode code = cart.target().postalCode();
        Set<PostalCode> postals = code == null || cart.target().point() != null ? Set.of() : Set.of(code);
        Facts facts = gathering.forCart(skus, postals, deed.at());
        CarrierTables tables = facts.carriers().get();
        List<Fault> faults = new ArrayList<>();
        unknownProducts(cart, facts, faults);
        GeoPoint point = point(cart.target(), facts, faults);
        List<ServiceCode> services = services(cart, tables, faults);
        if (!faults.isEmpty()) {
            return Outcome.refused(new PromiseRefusal.InvalidCart(faults));
        }
        Destination to = new Destination(cart.target().country(), code == null ? null : code.code(), point);
        Quotes quotes = new Quotes(tables, new Quotes.Trip(to, cart.currency(), deed.at()), services);
        return Outcome.done(new Promising(cart, facts, quotes));
    }

    private static void unknownProducts(Cart cart, Facts facts, List<Fault> faults) {
        for (int i = 0; i < cart.items().size(); i++) {
            Product product = facts.products().get(cart.items().get(i).sku());
            if (product == null) {
                faults.add(new Fault(
                        "/lines/" + i + "/sku",
                        "there is no product with SKU '" + cart.items().get(i).sku() + "'"));
            }
        }
    }

    private static @Nullable GeoPoint point(Cart.Target target, Facts facts, List<Fault> faults) {
        PostalCode code = target.postalCode();
        if (target.point() != null || code == null) {
            return target.point();
        }
        GeoPoint point = facts.places().get(code);
        if (point == null) {
            faults.add(new Fault(
                    "/destination/postalCode",
                    "postal code " + code + " is not in the table of places; give latitude and longitude, or import the"
                            + " country's codes with POST /geo/postal-codes/import"));
        }
        return point;
    }

    private static List<ServiceCode> services(Cart cart, CarrierTables tables, List<Fault> faults) {
        if (cart.services().isEmpty()) {
            return tables.services();
        }
        Set<ServiceCode> services = new TreeSet<>();
        for (int i = 0; i < cart.services().size(); i++) {
            List<ServiceCode> meant = tables.servicesMeantBy(cart.services().get(i));
            services.addAll(meant);
            if (meant.isEmpty()) {
                faults.add(new Fault(
                        "/services/" + i,
                        "no carrier has a service '" + cart.services().get(i) + "' in use; there are "
                                + tables.services()));
            }
        }
        return List.copyOf(services);
    }
}
