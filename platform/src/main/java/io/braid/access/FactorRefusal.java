package io.braid.access;

import io.braid.kernel.Refusal;

/** Why a factor beside the password is not added or removed. */
sealed interface FactorRefusal extends Refusal {
    /** One authenticator per user. */
    record SecondFactorIsOn() implements FactorRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "an authenticator is on already; remove it first";
        }
    }

    /** There is none. */
    record SecondFactorIsOff() implements FactorRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "no authenticator is on; POST me/totp begins to add one";
        }
    }

    /** It is not there, or another's. */
    record UnknownPasskey() implements FactorRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "there is no such passkey; GET me/passkeys lists yours";
        }
    }

    /** What the browser sent is not what was asked for, or not from here. */
    record PasskeyNotAccepted() implements FactorRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "this passkey cannot be taken; begin again, on a page of Braid's public address";
        }
    }

    /** Wrong, too old, or used before. */
    record CodeNotAccepted() implements FactorRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "this code is not the one of this moment; check the clock of your telephone and send the next one";
        }
    }
}
