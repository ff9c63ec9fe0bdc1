package io.braid.api;

import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.Money;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Quantity;
import io.braid.kernel.SellingPrice;
import io.braid.kernel.Sku;
import io.braid.location.FulfillmentType;
import io.braid.order.ExternalNumber;
import io.braid.order.NewOrder;
import io.braid.store.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of an order: every fault at once, each with its place. */
final class OrderReading {
    /** More lines than any basket has; a larger order is a purchase order and goes in parts. */
    static final int LINES_MAX = 500;

    private static final int NAME_LENGTH_MAX = 200;
    private static final int CODE_LENGTH_MAX = 64;
    private static final int MESSAGE_LENGTH_MAX = 1_000;

    private final Faults faults;

    private OrderReading(Faults faults) {
        this.faults = faults;
    }

    /** The order, or a 422 that names every fault. */
    static NewOrder read(OrderBody body, Instant now) {
        Faults faults = new Faults();
        NewOrder order = new OrderReading(faults).order(body, now);
        faults.refuseIfAny();
        return Faults.known(order);
    }

    /** Where an order is to go instead, or a 422 that names every fault. */
    static NewOrder.ShipTo readShipTo(OrderBody.@Nullable ShipToBody body) {
        Faults faults = new Faults();
        NewOrder.ShipTo to = new OrderReading(faults).shipTo(body);
        faults.refuseIfAny();
        return Faults.known(to);
    }

    /** What the channel said, as thirty-two bytes: equal for an order sent twice, whenever it came. */
    static byte[] fingerprint(OrderBody body, NewOrder order) {
        NewOrder said = body.placedAt() == null ? order.placedAt(Instant.EPOCH) : order;
        try {
            return MessageDigest.getInstance("SHA-256").digest(Json.bytes(said));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private @Nullable NewOrder order(OrderBody body, Instant now) {
        String channel = faults.text("/channel", body.channel(), CODE_LENGTH_MAX);
        String external = faults.text("/externalNumber", body.externalNumber(), CODE_LENGTH_MAX);
        Currency currency = faults.read("/currency", body.currency(), Money::parseCurrency);
        Instant placedAt =
                body.placedAt() == null ? now : faults.read("/placedAt", body.placedAt(), OrderReading::instant);
        FulfillmentType type = body.fulfillmentType() == null
                ? FulfillmentType.SHIP
                : faults.choice("/fulfillmentType", body.fulfillmentType(), FulfillmentType.class);
        String service = faults.optionalText("/requestedService", body.requestedService(), CODE_LENGTH_MAX);
        String gift = faults.optionalText("/giftMessage", body.giftMessage(), MESSAGE_LENGTH_MAX);
        Map<String, Object> attributes = Attributes.read(faults, "/attributes", body.attributes());
        NewOrder.Customer customer = customer(body.customer());
        NewOrder.ShipTo shipTo = shipTo(body.shipTo());
        List<NewOrder.Line> lines = lines(body.lines(), currency);
        if (channel == null
                || external == null
                || currency == null
                || placedAt == null
                || type == null
                || shipTo == null) {
            return null;
        }
        return new NewOrder(
                new ExternalNumber(channel, external),
                currency,
                placedAt,
                type.name(),
                service,
                attributes,
                customer,
                shipTo,
                gift,
                lines);
    }

    private static Instant instant(String text) {
        return FieldReader.instant(text).truncatedTo(ChronoUnit.MICROS);
    }

    private NewOrder.Customer customer(OrderBody.@Nullable CustomerBody body) {
        if (body == null) {
            return new NewOrder.Customer(null, null, null);
        }
        return new NewOrder.Customer(
                faults.optionalText("/customer/name", body.name(), NAME_LENGTH_MAX),
                faults.optionalText("/customer/email", body.email(), NAME_LENGTH_MAX),
                faults.optionalText("/customer/phone", body.phone(), CODE_LENGTH_MAX));
    }

    private NewOrder.@Nullable ShipTo shipTo(OrderBody.@Nullable ShipToBody body) {
        if (faults.required("/shipTo", body) == null || body == null) {
            return null;
        }
        String name = faults.text("/shipTo/name", body.name(), NAME_LENGTH_MAX);
        String line1 = faults.text("/shipTo/line1", body.line1(), NAME_LENGTH_MAX);
        String line2 = faults.optionalText("/shipTo/line2", body.line2(), NAME_LENGTH_MAX);
        String city = faults.text("/shipTo/city", body.city(), NAME_LENGTH_MAX);
        String region = faults.text("/shipTo/region", body.region(), CODE_LENGTH_MAX);
        CountryCode country = faults.read("/shipTo/country", body.country(), CountryCode::new);
        PostalCode postal = country == null
                ? null
                : faults.read("/shipTo/postalCode", body.postalCode(), text -> PostalCode.parse(country, text));
        String phone = faults.optionalText("/shipTo/phone", body.phone(), CODE_LENGTH_MAX);
        GeoPoint point = point(body);
        if (name == null || line1 == null || city == null || region == null || postal == null) {
            return null;
        }
        return new NewOrder.ShipTo(name, line1, line2, city, region, postal, phone, point);
    }

    private @Nullable GeoPoint point(OrderBody.ShipToBody body) {
        if (body.latitude() == null || body.longitude() == null) {
            if (body.latitude() != null || body.longitude() != null) {
                faults.add("/shipTo/latitude", "latitude and longitude go together: give both or neither");
            }
            return null;
        }
        try {
            return new GeoPoint(body.latitude(), body.longitude());
        } catch (IllegalArgumentException e) {
            faults.add("/shipTo/latitude", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private List<NewOrder.Line> lines(
            @Nullable List<OrderBody.@Nullable LineBody> bodies, @Nullable Currency currency) {
        if (faults.required("/lines", bodies) == null || bodies == null) {
            return List.of();
        }
        if (bodies.isEmpty() || bodies.size() > LINES_MAX) {
            faults.add("/lines", "an order has 1 to " + LINES_MAX + " lines, not " + bodies.size());
            return List.of();
        }
        List<NewOrder.Line> lines = new ArrayList<>(bodies.size());
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            OrderBody.LineBody body = bodies.get(i);
            String at = "/lines/" + i;
            NewOrder.Line line = body == null ? null : line(at, body, currency);
            if (body == null) {
                faults.add(at, "is required");
            } else if (body.line() != null && !numbers.add(body.line())) {
                faults.add(at + "/line", "line " + body.line() + " is there twice");
            }
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private NewOrder.@Nullable Line line(String at, OrderBody.LineBody body, @Nullable Currency currency) {
        int number = faults.number(at + "/line", body.line(), 1, 1_000_000);
        Sku sku = faults.read(at + "/sku", body.sku(), Sku::new);
        int quantity = faults.quantity(at + "/quantity", body.quantity(), 1, Quantity.ORDERED_MAX);
        Money price = faults.money(at + "/unitPrice", body.unitPrice());
        Map<String, Object> attributes = Attributes.read(faults, at + "/attributes", body.attributes());
        if (price != null && price.isNegative()) {
            faults.add(at + "/unitPrice/amount", price.text() + " is negative");
            return null;
        }
        if (price != null && currency != null && !price.currency().equals(currency)) {
            faults.add(
                    at + "/unitPrice/currency",
                    price.currency() + " is not the order's currency, which is " + currency.getCurrencyCode());
            return null;
        }
        return sku == null || price == null
                ? null
                : new NewOrder.Line(number, sku, quantity, new SellingPrice(price), attributes);
    }
}
