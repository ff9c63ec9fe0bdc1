package io.braid.vendor;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
import io.braid.kernel.VendorCode;
import java.util.List;
import java.util.Map;

/** Why something about a vendor was not done. */
public sealed interface VendorRefusal extends Refusal {
    /** There is no vendor of that code. */
    record VendorNotFound(VendorCode code) implements VendorRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no vendor " + code + ".";
        }
    }

    /** Code, name and e-mail address each name one vendor. */
    record VendorTaken(List<String> fields) implements VendorRefusal {
        public VendorTaken {
            fields = List.copyOf(fields);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Another vendor has the same " + String.join(" and ", fields)
                    + "; code, name and e-mail address are each one vendor's only.";
        }

        @Override
        public List<Fault> faults() {
            return fields.stream()
                    .map(field -> new Fault("/" + field, "another vendor has this " + field))
                    .toList();
        }
    }

    /** A name without a single letter or digit that a code could be made of. */
    record NoCodeInName(String name) implements VendorRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "No code can be made from the name '" + name + "': give one in 'code'.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/code", "is needed, because the name has no Latin letter or digit"));
        }
    }

    /** What activation still waits for. */
    record VendorNotReady(VendorCode code, List<String> missing) implements VendorRefusal {
        public VendorNotReady {
            missing = List.copyOf(missing);
        }

        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "Vendor " + code + " cannot be activated yet; missing: " + String.join(", ", missing) + ".";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("missing", missing);
        }
    }

    /** It changed since the caller read it. */
    record VersionConflict(VendorCode code, int expected, int currentVersion) implements VendorRefusal, Stale {
        @Override
        public String detail() {
            return "Vendor " + code + " is at version " + currentVersion + ", not " + expected
                    + ": read it again and repeat the change.";
        }
    }
}
