package io.braid.routing;

import java.util.List;

/** What became of a strategy document: a strategy ready to run, perhaps with warnings, or the reasons why not. */
public sealed interface Reading {
    /** The document is sound; the warnings name what has no effect. */
    record Accepted(Strategy strategy, List<Finding> warnings) implements Reading {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** The document was not understood; every finding must be mended. */
    record Refused(List<Finding> findings) implements Reading {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
