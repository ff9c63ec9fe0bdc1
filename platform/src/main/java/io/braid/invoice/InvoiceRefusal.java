package io.braid.invoice;

import io.braid.kernel.Refusal;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Stale;
import io.braid.kernel.VendorCode;
import java.time.Instant;

/** Why something about what a vendor is owed was not done. */
public sealed interface InvoiceRefusal extends Refusal {
    record NoSuchVendor(VendorCode vendor) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no vendor " + vendor + ".";
        }
    }

    record NoSuchDocument() implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no such document.";
        }
    }

    /** The purchase order that a document names is not there, or not that vendor's. */
    record UnknownPurchaseOrder(ShipmentNumber shipment) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "There is no purchase order " + shipment + " of this vendor.";
        }
    }

    record VersionConflict(String subject, int expected, int currentVersion) implements InvoiceRefusal, Stale {
        @Override
        public String detail() {
            return Character.toUpperCase(subject.charAt(0)) + subject.substring(1) + " is at version " + currentVersion
                    + ", not " + expected + ": read it again and repeat the change.";
        }
    }

    /** One number, one invoice: the same again is told, another under the same number is refused. */
    record DuplicateInvoiceNumber(String number) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Invoice " + number + " was sent before and says something else. Send a correction under a new"
                    + " number.";
        }
    }

    /** The vendor sent no invoice under the number that another is to take the place of. */
    record UnknownReplacedInvoice(String number) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "You sent no invoice " + number + " that this one could replace.";
        }
    }

    /** Units are paid for once they left, and once. */
    record UnitsNotShipped(String number, int line, int asked, int left) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Invoice " + number + " asks for " + asked + " units of line " + line + "; " + left
                    + " have shipped and are in no other invoice of the vendor that matched or was approved. Approve it"
                    + " once they have shipped, or reject it.";
        }
    }

    /** A decision that was taken is not taken again. */
    record AlreadyDecided(String document, String state) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return document + " is " + state + "; there is nothing left to decide about it.";
        }
    }

    /** A dispute is told once; then a person decides. */
    record AlreadyDisputed() implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "You have disputed this deduction; it waits for the operator's decision.";
        }
    }

    /** One deduction per shipment with a wrong label. */
    record AlreadyDeducted(ShipmentNumber shipment) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "There is a deduction for a wrong label of shipment " + shipment + " already.";
        }
    }

    record NothingShipped(ShipmentNumber shipment) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Nothing of shipment " + shipment + " has left yet, so no label of it can have been wrong.";
        }
    }

    /** The vendor's right to dispute outlasts the operator's wish to be done. */
    record StillDisputable(Instant until) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The vendor can dispute the deduction until " + until
                    + ". Undisputed, it is accepted then by itself; before that the vendor can agree to it.";
        }
    }

    record DisputeTooLate(Instant until) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The deduction could be disputed until " + until + ". Ask the operator for a debit note.";
        }
    }

    /** The terms name no amount for this kind of deduction. */
    record NoSuchAgreement(String deduction) implements InvoiceRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "The vendor's terms agree on no deduction of kind " + deduction + ".";
        }
    }
}
