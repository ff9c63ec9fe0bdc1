package io.braid.api;

import io.braid._support.Belongings;
import io.braid._support.Browser;
import io.braid._support.Personas;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Real things of vendor A to knock at, by the beginning of the path that names them; the longest one names it best. */
record Targets(Map<String, String> objects) {
    static Targets ofVendorA(Personas personas) {
        String key = "/api/v1/vendor/";
        Browser admin = personas.browser("vendor-admin");
        Belongings has = personas.belongings();
        String[] position = personas.position().split("/");
        Map<String, String> objects = new TreeMap<>(Comparator.reverseOrder());
        objects.put(key + "purchase-orders/", personas.shipment());
        objects.put(key + "invoices/", admin.get("/invoices").text("/items/0/number"));
        objects.put(key + "users/", admin.get("/users").text("/items/0/id"));
        objects.put(key + "api-keys/", admin.get("/api-keys").text("/items/0/id"));
        objects.put(key + "sessions/", admin.get("/sessions").text("/items/0/id"));
        objects.put(key + "inventory/", personas.position());
        objects.put(key + "inventory/feeds/", has.feed());
        objects.put(key + "amendments/", has.amendment());
        objects.put(key + "deductions/", has.deduction());
        objects.put(key + "credit-notes/", has.creditNote());
        objects.put(key + "sent-invoices/", has.sentInvoice());
        objects.put(key + "proposals/", has.proposal());
        objects.put(key + "documents/", "w9/1");
        objects.put(key + "locations/", position[0]);
        objects.put(key + "items/", position[1]);
        // Nobody of vendor A has a passkey, and the steps have the same names for everybody.
        objects.put(key + "me/passkeys/", Knocks.MISSING);
        objects.put(key + "onboarding/", Knocks.MISSING);
        return new Targets(objects);
    }

    /** Empty where none is known for it. */
    String objectFor(Operation one) {
        return objects.entrySet().stream()
                .filter(entry -> one.path().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** A body with which the command would be carried out by the one whose thing it is. */
    static String bodyFor(Operation one) {
        return switch (one.path().substring(one.path().lastIndexOf('/') + 1)) {
            case "refusal" -> "{\"comment\":\"no\"}";
            case "disputes" -> "{\"reason\":\"no\"}";
            case "messages" -> "{\"text\":\"hello\"}";
            case "acknowledgement" -> "{\"acceptRest\":true}";
            case "expected-ship-date" -> "{\"expectedShipDate\":\"2026-11-30\",\"reason\":\"CARRIER\"}";
            case "{sku}" -> "{\"onHand\":3}";
            default -> "{}";
        };
    }
}
