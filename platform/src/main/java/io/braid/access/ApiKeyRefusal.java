package io.braid.access;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;

/** Why a key is not issued or revoked. */
public sealed interface ApiKeyRefusal extends Refusal {
    /** A key is for a vendor that is known. */
    record UnknownVendor(VendorCode vendor) implements ApiKeyRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "there is no vendor '" + vendor + "'; create it first, or leave vendor out for an operator's key";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/vendor", detail()));
        }
    }

    /** A key that never opens helps nobody. */
    record ExpiryPassed(Instant expiresAt) implements ApiKeyRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "expiresAt " + expiresAt + " has passed; name a moment to come, or leave it out";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/expiresAt", detail()));
        }
    }

    /** Never issued. */
    record UnknownApiKey() implements ApiKeyRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "there is no such API key";
        }
    }
}
