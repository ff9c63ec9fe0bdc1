package io.braid._support;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What was written to one address, as the outbox of a Braid without a mail server shows it. */
public final class Mailbox {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/#/(invitation|password)/(\\S+)");

    private final BraidUnderTest braid;
    private final String address;

    private Mailbox(BraidUnderTest braid, String address) {
        this.braid = braid;
        this.address = address;
    }

    public static Mailbox of(BraidUnderTest braid, String address) {
        return new Mailbox(braid, address);
    }

    /** Newest first. */
    public List<String> texts() {
        return braid.get("/api/v1/mails?recipient=" + address)
                .json()
                .at("/items")
                .valueStream()
                .map(mail -> mail.at("/text"))
                .map(JsonNode::asString)
                .toList();
    }

    /** The token of the newest link. */
    public String token() {
        for (String text : texts()) {
            Matcher link = LINK.matcher(text);
            if (link.find()) {
                return link.group(2);
            }
        }
        throw new IllegalStateException("no link was written to " + address);
    }
}
