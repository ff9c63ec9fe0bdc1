package io.braid.access;

import java.util.Set;

/**
 * A named set of permissions of one portal's people.
 *
 * @param readyMade part of the program: it cannot be changed or removed
 */
public record Role(Portal portal, String code, String name, Set<String> permissions, boolean readyMade, int version) {}
