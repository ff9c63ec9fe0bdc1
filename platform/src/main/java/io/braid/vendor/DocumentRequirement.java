package io.braid.vendor;

/**
 * A document that every vendor is asked for.
 *
 * @param code small letters, digits and hyphens; a vendor has one document of each
 * @param required whether activation waits for it
 * @param expires whether the vendor must say until when it holds
 * @param remindDays how many days before its end the vendor is reminded
 */
public record DocumentRequirement(
        String code, String title, String instructions, boolean required, boolean expires, int remindDays) {}
