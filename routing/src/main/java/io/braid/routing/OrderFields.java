package io.braid.routing;

import static io.braid.routing.Field.LINE;

import io.braid.routing.Field.Name;

/** What rules may ask about an order, who placed it, and its lines. */
final class OrderFields {
    private OrderFields() {}

    static void addTo(FieldList list) {
        addOrder(list);
        addDestination(list);
        addProduct(list);
        addLine(list);
    }

    private static void addOrder(FieldList list) {
        list.text("order.channel", "the sales channel", 0, f -> f.order().channel());
        list.text(
                "order.fulfillmentType",
                "how the order is to be fulfilled",
                0,
                f -> f.order().fulfillmentType());
        list.text(
                "order.requestedService",
                "the shipping service asked for",
                0,
                f -> f.order().requestedService());
        list.text(
                "order.currency",
                "the order's currency, ISO 4217",
                0,
                f -> f.order().currency());
        list.exact(
                new Name("order.value", null, "the value of all its lines", "order currency"),
                0,
                f -> f.order().value());
        list.measure(new Name("order.lineCount", null, "lines that need a location", "lines"), 0, f -> f.lineCount());
        list.family(
                "order.attributes.",
                "an attribute of the order",
                0,
                f -> f.order().attributes());
        list.text(
                "customer.group",
                "the customer's group (the order's attribute segment)",
                0,
                f -> f.order().customer().group());
        list.family(
                "customer.attributes.",
                "an attribute of the customer, never a name or an address",
                0,
                f -> f.order().customer().attributes());
    }

    private static void addDestination(FieldList list) {
        list.text(
                "order.country",
                "the destination's country",
                0,
                f -> f.order().destination().country());
        list.text(
                "order.region",
                "the destination's state or province",
                0,
                f -> f.order().destination().region());
        list.text(
                "order.postalCode",
                "the destination's postal code",
                0,
                f -> f.order().destination().postalCode());
    }

    private static void addProduct(FieldList list) {
        list.add(new Field(
                new Name("product.sku", "line.sku", "the product's sku", null),
                Field.Type.TEXT,
                LINE,
                (Field.Values) f -> f.line().sku(),
                null));
        list.measure(
                new Name("product.weightGrams", null, "the weight of one unit", "g"),
                LINE,
                f -> f.line().weightGrams());
        list.family(
                "product.attributes.",
                "an attribute of the line's product",
                LINE,
                f -> f.line().productAttributes());
    }

    private static void addLine(FieldList list) {
        list.measure(
                new Name("line.weightGrams", null, "the weight of the line", "g"),
                LINE,
                f -> (double) f.line().weightGrams() * f.line().quantity());
        list.measure(
                new Name("line.quantity", null, "units of the line that need a location", "units"),
                LINE,
                f -> f.line().quantity());
        list.exact(
                new Name("line.unitPrice", null, "the selling price of one unit of the line", "order currency"),
                LINE,
                f -> f.line().unitPrice());
        list.family(
                "line.attributes.",
                "an attribute of the order line",
                LINE,
                f -> f.line().attributes());
    }
}
