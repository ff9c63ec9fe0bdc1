package io.braid.api;

import io.braid.catalog.Products;
import io.braid.kernel.Fault;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.location.PostalCodes;
import io.braid.order.NewOrder;
import io.braid.simulation.FileOrders;
import io.braid.simulation.Simulations;
import io.braid.simulation.Wish;
import io.braid.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Files of orders for a simulation: one a line, each as it would be placed. A file is taken whole or not at all, and
 * what is wrong is told with the line.
 */
final class SimulatedFiles implements FileOrders {
    /** A file is kept in memory while it is read. */
    private static final long BYTES_MAX = 64L << 20;

    private final Products products;
    private final PostalCodes places;

    SimulatedFiles(Products products, PostalCodes places) {
        this.products = products;
        this.places = places;
    }

    @Override
    public NewOrder order(String line, Instant at) {
        return OrderReading.read(body(line.getBytes(StandardCharsets.UTF_8)), at);
    }

    private static OrderBody body(byte[] line) {
        BadJson.checkText(line);
        OrderBody body = Json.MAPPER.readValue(line, OrderBody.class);
        if (body == null) {
            throw new Declined(Problem.of(400, "missing-body", "the line is null, not an order"));
        }
        return body;
    }

    /** The lines of a file in which every line is an order of known products to a known place. */
    List<Wish.Line> read(InputStream in, Instant at) throws IOException {
        Faults faults = new Faults();
        List<Wish.Line> kept = new ArrayList<>();
        List<NewOrder> orders = new ArrayList<>();
        Lines lines = new Lines(in);
        long bytes = 0;
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            bytes += line.bytes().length;
            if (kept.size() == Simulations.FILE_ORDERS_MAX || bytes > BYTES_MAX) {
                throw new Declined(Problem.of(
                        413,
                        "file-too-large",
                        "a file for a simulation has at most " + Simulations.FILE_ORDERS_MAX + " orders in " + BYTES_MAX
                                + " bytes"));
            }
            kept.add(new Wish.Line((int) line.number(), new String(line.bytes(), StandardCharsets.UTF_8)));
            NewOrder order = read(line, at, faults);
            if (order != null) {
                orders.add(order);
            }
        }
        if (kept.isEmpty()) {
            faults.add("", "the file has no orders");
        }
        if (!faults.any()) {
            checkKnown(kept, orders, faults);
        }
        faults.refuseIfAny();
        return kept;
    }

    /** Null for a line that is no order; the fault is remembered. */
    private static @Nullable NewOrder read(Lines.Line line, Instant at, Faults faults) {
        try {
            return OrderReading.read(body(line.bytes()), at);
        } catch (Declined declined) {
            tell(line.number(), declined.problem(), faults);
        } catch (JacksonException malformed) {
            tell(line.number(), BadJson.problem(malformed), faults);
        }
        return null;
    }

    private static void tell(long line, Problem problem, Faults faults) {
        if (problem.errors().isEmpty()) {
            faults.add("/" + line, "line " + line + ": " + problem.detail());
        }
        for (Fault fault : problem.errors()) {
            faults.add("/" + line + fault.pointer(), "line " + line + ": " + fault.detail());
        }
    }

    private void checkKnown(List<Wish.Line> lines, List<NewOrder> orders, Faults faults) {
        Set<Sku> skus = new HashSet<>();
        Set<PostalCode> postals = new HashSet<>();
        for (NewOrder order : orders) {
            order.lines().forEach(line -> skus.add(line.sku()));
            if (order.shipTo().point() == null) {
                postals.add(order.shipTo().postalCode());
            }
        }
        Set<Sku> knownSkus = products.findAll(skus).keySet();
        Set<PostalCode> knownPostals = places.find(postals).keySet();
        for (int i = 0; i < orders.size(); i++) {
            int line = lines.get(i).number();
            NewOrder order = orders.get(i);
            for (int j = 0; j < order.lines().size(); j++) {
                Sku sku = order.lines().get(j).sku();
                if (!knownSkus.contains(sku)) {
                    faults.add("/" + line + Faults.at("/lines", j, "sku"), "line " + line + ": no product " + sku);
                }
            }
            PostalCode postal = order.shipTo().postalCode();
            if (order.shipTo().point() == null && !knownPostals.contains(postal)) {
                faults.add(
                        "/" + line + "/shipTo/postalCode",
                        "line " + line + ": postal code " + postal + " is not in the table of places");
            }
        }
    }
}
