package io.braid.vendor;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** Why a step of the onboarding did not move. */
public sealed interface OnboardingRefusal extends Refusal {
    /** Something is missing before it can be handed in. */
    record StepIncomplete(OnboardingStep.Name step, List<String> missing) implements OnboardingRefusal {
        public StepIncomplete {
            missing = List.copyOf(missing);
        }

        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "The step " + step + " cannot be handed in yet; missing: " + String.join(", ", missing) + ".";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("missing", missing);
        }
    }

    /** Only what was handed in is reviewed; somebody else may have decided already. */
    record StepNotSubmitted(OnboardingStep.Name step, OnboardingStep.State state) implements OnboardingRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The step " + step + " is " + state + ", not SUBMITTED: there is nothing to decide.";
        }
    }

    /** Whom we owe money, in law, is not changed by that company alone. */
    record LegalDetailsAreReviewed(List<String> fields) implements OnboardingRefusal {
        public LegalDetailsAreReviewed {
            fields = List.copyOf(fields);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "After the onboarding " + String.join(" and ", fields) + " are changed by the operator, who reviews"
                    + " them; ask there, and send the rest with the values as they are.";
        }

        @Override
        public List<Fault> faults() {
            return fields.stream()
                    .map(field -> new Fault("/" + field, detail()))
                    .toList();
        }
    }

    /** The documents' step follows from its documents. */
    record DocumentsAreReviewedSingly() implements OnboardingRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "Documents are reviewed one by one, at /vendors/{code}/documents/{requirement}/reviews; the step"
                    + " follows from them.";
        }
    }
}
