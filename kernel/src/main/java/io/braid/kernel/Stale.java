package io.braid.kernel;

import java.util.Map;

/** Somebody else was faster: what the caller saw is at another version by now, which every answer names. */
public interface Stale extends Refusal {
    int currentVersion();

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    default Map<String, Object> members() {
        return Map.of("currentVersion", currentVersion());
    }
}
