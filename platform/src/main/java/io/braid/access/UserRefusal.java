package io.braid.access;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
import io.braid.kernel.VendorCode;
import java.util.List;

/** Why a user is not made, changed or let in by a link. */
sealed interface UserRefusal extends Refusal {
    /** An address belongs to one of the operator's people, and to one of each vendor's. */
    record UserTaken() implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "somebody with this e-mail address is here already; change that user, or take another address";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/email", detail()));
        }
    }

    /** Never made, removed, or another's. */
    record UnknownUser() implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "there is no such user";
        }
    }

    /** People of a vendor need the vendor. */
    record UserOfUnknownVendor(VendorCode vendor) implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "there is no vendor '" + vendor
                    + "'; invite it first, or leave vendor out for the operator's people";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/vendor", detail()));
        }
    }

    /** There is no door to lock. */
    record VendorNotFound(VendorCode vendor) implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "there is no vendor '" + vendor + "'";
        }
    }

    /** Roles are those of the user's own portal. */
    record NoSuchRole(String code, int index) implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "there is no role '" + code + "' for this user";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/roles/" + index, detail()));
        }
    }

    /** Nobody is left who could let others in. */
    record LastAdministrator() implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "this is the last active administrator; make somebody else one first";
        }
    }

    /** The state does not allow it. */
    record UserIsNot(String wanted, User.Status status) implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "the user is " + status + ", and this is for one that is " + wanted;
        }
    }

    /** Somebody else was faster. */
    record VersionConflict(int expected, int currentVersion) implements UserRefusal, Stale {
        @Override
        public String detail() {
            return "the user is at version " + currentVersion + ", not " + expected + "; read it again";
        }
    }

    /** Unknown, used and revoked links look alike. */
    record LinkNotValid() implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "this link is not known, was used before or was taken back; sign in, or ask for a new one";
        }
    }

    /** It was good once. */
    record LinkExpired() implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "this link has expired; ask whoever invited you, or at the sign-in page, for a new one";
        }
    }

    /** The new password is one that others would guess. */
    record WeakPassword(String reason) implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return reason;
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/password", reason));
        }
    }

    /** To change a password one must know it. */
    record PasswordNotYours() implements UserRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "this is not your present password";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/currentPassword", detail()));
        }
    }
}
