package io.braid.criteria;

import io.braid.routing.Lexicon;
import java.util.List;

/** Whoever uses definitions while orders are routed; told before one of them changes. */
public interface Dependents {
    /** Names of what would no longer work with these definitions, for people. */
    List<String> brokenBy(Lexicon next);
}
