package io.braid.sourcing;

import io.braid.criteria.Dependents;
import io.braid.routing.Lexicon;
import io.braid.routing.Reading;
import io.braid.routing.Strategy;
import io.braid.store.Json;
import java.util.List;

/** Strategies that orders follow now: a definition they could not be read without must stay. */
record RulingStrategies(StrategyStore store) implements Dependents {
    @Override
    public List<String> brokenBy(Lexicon next) {
        return store.ruling().stream()
                .filter(stored -> Strategy.read(Json.readMap(stored.document()), next) instanceof Reading.Refused)
                .map(stored -> "strategy " + stored.name() + " v" + stored.version())
                .toList();
    }
}
