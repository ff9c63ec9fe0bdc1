package io.braid.vendor;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
import io.braid.kernel.VendorCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why something about a document was not done. */
public sealed interface DocumentRefusal extends Refusal {
    /** Nobody asks for a document of that code, or the vendor sent none. */
    record DocumentNotFound(VendorCode vendor, String requirement) implements DocumentRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no document " + requirement + " of vendor " + vendor + ".";
        }
    }

    /** The file is not what it says, or more than it says. */
    record NotThatFile(FileKind said, String why) implements DocumentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "This is no " + said + " that can be taken: " + why + ".";
        }
    }

    /** A name is a label, not a path. */
    record BadFileName(String shown) implements DocumentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "'" + shown + "' is no name for a document: 1 to 120 characters, no slash, backslash, colon or"
                    + " control character, and no dot in front.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/name", detail()));
        }
    }

    /** The requirement wants to know until when the document holds. */
    record ExpiryNeeded(String requirement, @Nullable LocalDate given) implements DocumentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return given == null
                    ? "The document " + requirement + " has an end: say in expiresOn until which day it holds."
                    : "A document that held until " + given + " is over; send one that holds today.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/expiresOn", detail()));
        }
    }

    /** What nobody reviewed yet has a room of limited size. */
    record DocumentQuotaExceeded(long bytesMax) implements DocumentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "What waits for a review has room for " + bytesMax / 1_048_576 + " MiB, all documents of a vendor"
                    + " together; with this one it would be more. Ask the operator to review what waits.";
        }
    }

    /** Somebody decided on this version before, or a newer one took its place. */
    record DocumentReviewed(String requirement, int number, VendorDocument.State state) implements DocumentRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Version " + number + " of document " + requirement + " is " + state
                    + " already: read it again. What was decided stays; the vendor may send a new version.";
        }
    }

    /** A conversation has an end. */
    record TooManyMessages(int messagesMax) implements DocumentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "A conversation holds " + messagesMax + " messages, and this one is full.";
        }
    }

    /** The set changed since the caller read it. */
    record VersionConflict(int expected, int currentVersion) implements DocumentRefusal, Stale {
        @Override
        public String detail() {
            return "The document set is at version " + currentVersion + ", not " + expected
                    + ": read it again and repeat the change.";
        }
    }
}
