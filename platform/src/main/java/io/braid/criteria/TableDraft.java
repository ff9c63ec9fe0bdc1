package io.braid.criteria;

import io.braid.routing.Lexicon;
import org.jspecify.annotations.Nullable;

/** What somebody wants a table to be; without a kind it is a list. */
public record TableDraft(String name, Lexicon.KeyedBy keyedBy, Lexicon.@Nullable Kind kind, String meaning) {}
