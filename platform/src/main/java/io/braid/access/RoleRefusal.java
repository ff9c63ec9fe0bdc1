package io.braid.access;

import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;

/** Why a role is not made, changed or removed. */
sealed interface RoleRefusal extends Refusal {
    /** A code belongs to one role of a portal. */
    record RoleTaken(String code) implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "there is a role '" + code + "' already; choose another code";
        }
    }

    /** Never made, or removed. */
    record UnknownRole() implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "there is no such role";
        }
    }

    /** The ready-made roles are part of the program. */
    record RoleIsReadyMade(String code) implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "the role '" + code + "' is ready-made and stays as it is; make one of your own beside it";
        }
    }

    /** People who have it would be left with less than anybody decided. */
    record RoleInUse(String code) implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "somebody has the role '" + code + "'; give them another one first";
        }
    }

    /** Nobody hands out more than he has. */
    record RoleExceedsYours(String code) implements RoleRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return "the role '" + code + "' may do more than you may, so you cannot hand it out or change it";
        }
    }

    /** Somebody else was faster. */
    record VersionConflict(String code, int expected, int currentVersion) implements RoleRefusal, Stale {
        @Override
        public String detail() {
            return "the role '" + code + "' is at version " + currentVersion + ", not " + expected + "; read it again";
        }
    }
}
