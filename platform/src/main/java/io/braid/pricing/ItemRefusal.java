package io.braid.pricing;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Sku;
import io.braid.kernel.Stale;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a vendor item or its price was not stored. */
public sealed interface ItemRefusal extends Refusal {
    /** Only a known vendor has items. */
    record VendorNotFound(VendorCode vendor) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no vendor " + vendor + ".";
        }
    }

    /** Only what we sell can be bought. */
    record UnknownSku(Sku sku) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "There is no product " + sku + ".";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/sku", "there is no product " + sku));
        }
    }

    /** No product carries that GTIN. */
    record UnknownUpc(Upc upc) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "There is no product with the UPC " + upc.digits() + ".";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/upc", "there is no product with the UPC " + upc.digits()));
        }
    }

    /** A vendor's number names one product; the holder is null when it appeared a moment ago. */
    record VendorSkuTaken(
            VendorCode vendor, String vendorSku, @Nullable Sku holder) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Vendor " + vendor + " calls " + (holder == null ? "another product" : "product " + holder) + " '"
                    + vendorSku + "' already; a vendor's number names one product.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/vendorSku", detail()));
        }
    }

    /** A day has one price, and what was agreed stays agreed. */
    record PriceOverlaps(
            Sku sku, LocalDate validFrom, @Nullable LocalDate validTo, ContractedPrice agreed) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            String wanted = validTo == null ? "from " + validFrom + " on" : validFrom + " to " + validTo;
            UnitCost cost = agreed.unitCost();
            return "Product " + sku + " has an agreed price of " + cost.money() + " " + agreed.span()
                    + ", which a price " + wanted
                    + " would rewrite. Days that have passed keep their price. A new price begins today or later, after"
                    + " the last one's first day; an earlier one must end before it.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/validFrom", "overlaps the price " + agreed.span()));
        }
    }

    /** No price of the item begins on that day. */
    record PriceNotFound(VendorCode vendor, Sku sku, LocalDate validFrom) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "No price of item " + sku + " of vendor " + vendor + " begins on " + validFrom + ".";
        }
    }

    /** What holds today or held before is not taken back: purchase orders may carry it. */
    record PriceHasBegun(Sku sku, LocalDate validFrom, LocalDate today) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The price of product " + sku + " from " + validFrom + " on has begun: today is " + today
                    + ". Agree on another one from today or a later day on, or end it with validTo.";
        }
    }

    /** A vendor names by SKU what it has; told alike of what is missing and of what it has nothing to do with. */
    record NotYourItem(Sku sku) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "You have no item " + sku + ": name a product that is new to you by its upc.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/sku", detail()));
        }
    }

    /** The vendor has no item of that product. */
    record ItemNotFound(VendorCode vendor, Sku sku) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "Vendor " + vendor + " has no item of product " + sku + ".";
        }
    }

    /** All prices of a vendor are in the currency of its first one. */
    record CurrencyIsSettled(VendorCode vendor, Currency settled, Currency given) implements ItemRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "Vendor " + vendor + " is paid in " + settled + ", not in " + given
                    + ": a vendor's prices are all in one currency.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/unitCost/currency", detail()));
        }
    }

    /** The item changed since the caller read it. */
    record VersionConflict(VendorCode vendor, Sku sku, int expected, int currentVersion) implements ItemRefusal, Stale {
        @Override
        public String detail() {
            return "Item " + sku + " of vendor " + vendor + " is at version " + currentVersion + ", not " + expected
                    + ": read it again and repeat the change.";
        }
    }
}
