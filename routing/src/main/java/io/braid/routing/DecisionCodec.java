package io.braid.routing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Decisions as few bytes: every text once, every rule once per scenario, numbers as short as they are. The first byte
 * is the version of the form; what was written by an older one stays readable.
 */
final class DecisionCodec {
    private static final int FORM = 4;

    /** The form before costs; without them it is the same as the second. */
    private static final int FORM_FIRST = 1;

    /** From here on, scenarios end with the gap of what was searched. */
    static final int FORM_OF_GAPS = 3;

    /** From here on: what each location was given, reasons with many lines, and what holds for the whole decision. */
    static final int FORM_OF_UNITS = 4;

    private DecisionCodec() {}

    static byte[] encode(Decision decision) {
        DecisionWriting writing = new DecisionWriting();
        writing.decision(decision);
        Packed head = new Packed();
        head.raw(FORM);
        head.count(writing.texts().size());
        for (String text : writing.texts()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            head.count(bytes.length);
            head.raw(bytes);
        }
        head.raw(writing.body());
        return head.bytes();
    }

    static Decision decode(byte[] encoded) {
        Packed packed = new Packed(encoded);
        int form = packed.raw();
        if (form < FORM_FIRST || form > FORM) {
            throw new IllegalArgumentException("a decision of form " + form + " cannot be read, only forms up to "
                    + FORM + ". Maybe it was written by a later release.");
        }
        List<String> texts = new ArrayList<>();
        for (int count = packed.count(); count > 0; count--) {
            texts.add(new String(packed.take(packed.count()), StandardCharsets.UTF_8));
        }
        return new DecisionReading(form, packed, texts).decision();
    }
}
