package io.braid.vendor;

import java.util.List;
import java.util.Optional;

/** What every vendor is asked for, as one list with one version. */
public record DocumentSet(List<DocumentRequirement> requirements, int version) {
    public DocumentSet {
        requirements = List.copyOf(requirements);
    }

    public Optional<DocumentRequirement> find(String code) {
        return requirements.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
