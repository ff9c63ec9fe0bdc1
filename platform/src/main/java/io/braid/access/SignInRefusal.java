package io.braid.access;

import io.braid.kernel.Refusal;
import io.braid.kernel.VendorCode;
import java.util.List;
import java.util.Map;

/** Why somebody is not let in. What is wrong with which part is not told: that would help guessing. */
sealed interface SignInRefusal extends Refusal {
    /** Address or password are wrong, or the user may not enter: all look alike. */
    record SignInRefused() implements SignInRefusal {
        @Override
        public Kind kind() {
            return Kind.UNPROVEN;
        }

        @Override
        public String detail() {
            return "these do not let you in; check address, password and code, and if your address belongs to several"
                    + " vendors, name the vendor";
        }
    }

    /** The password is right, and a code of the authenticator is asked for beside it. */
    record SecondFactorRequired() implements SignInRefusal {
        @Override
        public Kind kind() {
            return Kind.UNPROVEN;
        }

        @Override
        public String detail() {
            return "send the same again with the field code from your authenticator, or with a recoveryCode";
        }
    }

    /** The password is right for the address at several vendors. */
    record VendorNeeded(List<VendorCode> vendors) implements SignInRefusal {
        public VendorNeeded {
            vendors = List.copyOf(vendors);
        }

        @Override
        public Kind kind() {
            return Kind.UNPROVEN;
        }

        @Override
        public String detail() {
            return "your address belongs to several vendors; send the same again with the field vendor, one of "
                    + vendors;
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("vendors", vendors.stream().map(VendorCode::text).toList());
        }
    }

    /** The operator's people come by the identity provider alone. */
    record SingleSignOnOnly() implements SignInRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return "passwords do not let in here; sign in at your company's identity provider";
        }
    }

    /** It cannot be reached, or does not answer as it should. */
    record ProviderNotReady() implements SignInRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "the identity provider does not answer; try again later, the log says more";
        }
    }

    /** Too many wrong ones; the right one is taken after the wait. */
    record TooManyAttempts(int seconds) implements SignInRefusal {
        @Override
        public Kind kind() {
            return Kind.TOO_SOON;
        }

        @Override
        public String detail() {
            return "too many attempts; wait " + seconds + " seconds and try again";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("retryAfterSeconds", seconds);
        }
    }

    /** Not one of this user's sessions that open now. */
    record UnknownSession() implements SignInRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "there is no such session; GET sessions lists those that are open";
        }
    }
}
