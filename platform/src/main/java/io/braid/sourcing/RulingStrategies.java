package io.braid.sourcing;

import io.braid.criteria.Dependents;
import io.braid.store.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strategies that orders follow now, and the one a rollback would bring back: what they name must stay as it is. */
record RulingStrategies(StrategyStore store) implements Dependents {
    @Override
    public List<String> usersOf(String field) {
        return store.needed().stream()
                .filter(needed -> names(Json.readMap(needed.document()), field))
                .map(needed -> "strategy '" + needed.name() + "' version " + needed.version())
                .toList();
    }

    /** Fields are told by their names wherever a document says them: in rules, sorts and objectives. */
    private static boolean names(@Nullable Object part, String field) {
        return switch (part) {
            case Map<?, ?> object -> object.values().stream().anyMatch(value -> names(value, field));
            case Collection<?> list -> list.stream().anyMatch(value -> names(value, field));
            case String text -> text.equals(field);
            case null, default -> false;
        };
    }
}
