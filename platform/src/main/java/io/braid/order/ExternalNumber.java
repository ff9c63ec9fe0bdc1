package io.braid.order;

/** The channel's own number of an order: accepted once, for ever. */
public record ExternalNumber(String channel, String number) implements Comparable<ExternalNumber> {
    @Override
    public int compareTo(ExternalNumber other) {
        int byChannel = channel.compareTo(other.channel);
        return byChannel != 0 ? byChannel : number.compareTo(other.number);
    }
}
