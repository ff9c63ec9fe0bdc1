package io.braid.carriage;

import io.braid.kernel.Texts;
import java.util.regex.Pattern;

/** One service of one carrier, in capitals: {@code SAMPLE/GROUND}. */
public record ServiceCode(String carrier, String service) implements Comparable<ServiceCode> {
    static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

    public ServiceCode {
        code(carrier, "carrier");
        code(service, "service");
    }

    static void code(String text, String what) {
        if (!CODE.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " '" + Texts.shown(text)
                    + "' is not a code of 1 to 32 capitals, digits, hyphens and underscores");
        }
    }

    /** Whether a request that says this text means the service: {@code GROUND} or {@code SAMPLE/GROUND}. */
    public boolean isMeantBy(String text) {
        return text.equalsIgnoreCase(service) || text.equalsIgnoreCase(toString());
    }

    @Override
    public int compareTo(ServiceCode other) {
        int byCarrier = carrier.compareTo(other.carrier);
        return byCarrier == 0 ? service.compareTo(other.service) : byCarrier;
    }

    @Override
    public String toString() {
        return carrier + "/" + service;
    }
}
