package io.braid.kernel;

/**
 * One thing wrong at one place of a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole document
 */
public record Fault(String pointer, String detail) {}
