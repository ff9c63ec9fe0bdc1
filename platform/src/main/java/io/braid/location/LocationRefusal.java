package io.braid.location;

import io.braid.kernel.Fault;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
import io.braid.kernel.VendorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a location was not stored. */
public sealed interface LocationRefusal extends Refusal {
    /** There is no location of that code. */
    record LocationNotFound(LocationCode code) implements LocationRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no location " + code + ".";
        }
    }

    /** Somebody created it before. */
    record LocationCodeTaken(LocationCode code) implements LocationRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "There is a location " + code + " already: change that one, or take another code.";
        }
    }

    /** It changed since the caller read it. */
    record VersionConflict(LocationCode code, int expected, int currentVersion) implements LocationRefusal, Stale {
        @Override
        public String detail() {
            return "Location " + code + " is at version " + currentVersion + ", not " + expected
                    + ": read it again and repeat the change.";
        }
    }

    /** Without coordinates, the postal code must be one whose place is known. */
    record UnknownPostalCode(PostalCode code) implements LocationRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "The postal code " + code
                    + " is not in the table of places: give latitude and longitude. The operator" + " can load "
                    + code.country() + "'s table with POST /geo/postal-codes/import.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/address/postalCode", code + " is not in the table of places"));
        }
    }

    /** A location of kind VENDOR is somebody's, and only such a one is. */
    record VendorAndKindDisagree(
            LocationKind locationKind, @Nullable VendorCode vendor) implements LocationRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return vendor == null
                    ? "A location of kind VENDOR needs its vendor's code in 'vendor'."
                    : "A location of kind " + locationKind
                            + " is owned and has no vendor; leave out 'vendor' or make it VENDOR.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/vendor", detail()));
        }
    }

    /** The vendor must have been invited first. */
    record UnknownVendor(VendorCode vendor) implements LocationRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "There is no vendor " + vendor + "; create it with POST /vendors.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/vendor", "there is no vendor " + vendor));
        }
    }

    /** Stock and shipments at a location belong to its vendor: they cannot change hands. */
    record OwnershipIsFixed(LocationCode code, @Nullable VendorCode vendor) implements LocationRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Location " + code + " belongs to " + (vendor == null ? "the operator" : "vendor " + vendor)
                    + " and stays so; deactivate it and create another one.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/vendor", "the vendor of a location cannot be changed"));
        }
    }
}
