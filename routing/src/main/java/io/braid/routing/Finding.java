package io.braid.routing;

/** Something to say about one place of a strategy document: its JSON pointer (RFC 6901) and a sentence. */
public record Finding(String pointer, String text) {}
