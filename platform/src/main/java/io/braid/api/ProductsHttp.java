package io.braid.api;

import io.braid.api.CsvTable.CsvColumns;
import io.braid.catalog.Product;
import io.braid.catalog.ProductDraft;
import io.braid.catalog.ProductFilter;
import io.braid.catalog.ProductLine;
import io.braid.catalog.Products;
import io.braid.journal.Deed;
import io.braid.kernel.Money;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.store.ImportReport;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the operator sells. */
@RestController
@RequestMapping("/api/v1/products")
final class ProductsHttp {
    private static final int NAME_LENGTH_MAX = 300;
    private static final int WEIGHT_GRAMS_MAX = 100_000_000;
    private static final String ATTRIBUTE = "attributes.";
    private static final CsvColumns COLUMNS = new CsvColumns(
            List.of("sku", "upc", "name"), List.of("weightGrams", "unitCost", "currency", "keepTogether"), ATTRIBUTE);

    private final Products products;

    ProductsHttp(Products products) {
        this.products = products;
    }

    record ProductBody(
            @Nullable String sku,
            @Nullable String upc,
            @Nullable String name,
            @Nullable Integer weightGrams,
            @Nullable MoneyField unitCost,
            @Nullable Map<String, Object> attributes,
            @Nullable Boolean keepTogether,
            @Nullable Integer expectedVersion) {}

    record ProductView(
            Sku sku,
            Upc upc,
            String name,
            int weightGrams,
            @Nullable UnitCost unitCost,
            Map<String, Object> attributes,
            boolean keepTogether,
            int version) {
        static ProductView of(Product product) {
            return new ProductView(
                    product.sku(),
                    product.upc(),
                    product.name(),
                    product.weightGrams(),
                    product.unitCost(),
                    new TreeMap<>(product.attributes()),
                    product.keepTogether(),
                    product.version());
        }
    }

    @PostMapping
    @Needs("products:write")
    ResponseEntity<ProductView> create(@RequestBody ProductBody body, Deed deed) {
        Faults faults = new Faults();
        Sku sku = faults.read("/sku", body.sku(), Sku::new);
        Product created = Answers.of(products.create(deed, draft(faults, sku, body)));
        return Answers.created("/api/v1/products/" + created.sku(), ProductView.of(created), created.version());
    }

    @PutMapping("/{sku}")
    @Needs("products:write")
    ResponseEntity<ProductView> change(
            @PathVariable String sku, @RequestBody ProductBody body, IfMatch ifMatch, Deed deed) {
        Sku path = path(sku);
        Faults faults = new Faults();
        if (body.sku() != null && !body.sku().equals(sku)) {
            faults.add("/sku", "is not the product of the path; a SKU cannot be changed");
        }
        ProductDraft draft = draft(faults, path, body);
        Product changed = Answers.of(products.change(deed, draft, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(ProductView.of(changed), changed.version());
    }

    private static ProductDraft draft(Faults faults, @Nullable Sku sku, ProductBody body) {
        Upc upc = faults.read("/upc", body.upc(), Upc::parse);
        String name = faults.text("/name", body.name(), NAME_LENGTH_MAX);
        int weight =
                body.weightGrams() == null ? 0 : faults.number("/weightGrams", body.weightGrams(), 0, WEIGHT_GRAMS_MAX);
        UnitCost cost = Costs.read(faults, "/unitCost", body.unitCost());
        Map<String, Object> attributes = Attributes.read(faults, "/attributes", body.attributes());
        faults.refuseIfAny();
        return new ProductDraft(
                Faults.known(sku),
                Faults.known(upc),
                Faults.known(name),
                weight,
                cost,
                attributes,
                Objects.requireNonNullElse(body.keepTogether(), false));
    }

    @GetMapping("/{sku}")
    @Needs("products:read")
    ResponseEntity<ProductView> product(@PathVariable String sku) {
        Product product = products.findProduct(path(sku)).orElseThrow(Declined::notFound);
        return Answers.versioned(ProductView.of(product), product.version());
    }

    private static Sku path(String text) {
        try {
            return new Sku(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }

    @GetMapping
    @Needs("products:read")
    Page<ProductView> list(
            Paging paging,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String upc) {
        Faults faults = new Faults();
        ProductFilter filter =
                new ProductFilter(faults.optional("/sku", sku, Sku::new), faults.optional("/upc", upc, Upc::parse));
        faults.refuseIfAny();
        Sku after = paging.after(key -> new Sku(key.getFirst()));
        List<Product> rows = products.listProducts(filter, after == null ? "" : after.text(), paging.fetch());
        return paging.page(
                rows, ProductView::of, product -> List.of(product.sku().text()));
    }

    /** CSV under a header row; what a line leaves out stays as it is. */
    @PostMapping("/import")
    @Needs("products:write")
    @Streaming
    ImportReport importAll(InputStream body, Deed deed) {
        CsvTable table = CsvTable.open(body, COLUMNS);
        return products.importAll(deed, table.lines(ProductsHttp::line));
    }

    private static ProductLine line(CsvLine line) {
        Map<String, Object> attributes = new TreeMap<>();
        for (String column : line.columnsOf(ATTRIBUTE)) {
            attributes.put(column.substring(ATTRIBUTE.length()), attribute(line.text(column, NAME_LENGTH_MAX)));
        }
        return new ProductLine(
                line.read("sku", Sku::new),
                line.read("upc", Upc::parse),
                line.text("name", NAME_LENGTH_MAX),
                line.findNumber("weightGrams", 0, WEIGHT_GRAMS_MAX),
                line.find("unitCost", cost -> new UnitCost(Money.of(cost, line.text("currency", 3)))),
                attributes,
                line.findTruth("keepTogether"));
    }

    /** A file has no types: what looks like a truth or a number is one, everything else is text. */
    private static Object attribute(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        return text.matches("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?") ? new BigDecimal(text) : text;
    }
}
