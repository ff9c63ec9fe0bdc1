package io.braid.criteria;

import java.util.List;

/** Whoever uses definitions while orders are routed; asked before one of them changes. */
public interface Dependents {
    /** What names this field, such as {@code computed.margin}, for people. */
    List<String> usersOf(String field);
}
