package io.braid.journal;

/** An entry with whose deed it was: a batch holds the deeds of many. */
public record Noted(Deed deed, Entry entry) {}
