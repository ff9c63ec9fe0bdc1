package io.braid.routing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes written or read one after the other: small numbers in one byte, larger ones in as many as they need. */
final class Packed {
    static final int TEXT = 7;
    static final int LIST = 8;
    static final int SAME_TAG = 9;

    /** Stands for a value that was just written in another place. */
    static final Object SAME = new Object();

    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int WHOLE = 3;
    private static final int BINARY = 5;
    private static final int EXACT = 6;

    private static final int FIRST_SIZE = 512;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    /** Distances are told to the metre; such numbers are written as whole thousandths. */
    private static final double THOUSANDTHS = 1000;

    private static final long THOUSANDTHS_MAX = 1L << 50;

    private byte[] bytes;
    private int at;

    Packed() {
        this.bytes = new byte[FIRST_SIZE];
    }

    Packed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What was written so far. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, at);
    }

    void raw(int value) {
        reserve(1);
        bytes[at++] = (byte) value;
    }

    int raw() {
        need(1);
        return bytes[at++] & 0xFF;
    }

    void raw(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, at, more.length);
        at += more.length;
    }

    byte[] take(int length) {
        need(length);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private void reserve(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }

    private void need(int more) {
        if (more < 0 || at + more > bytes.length) {
            throw new IllegalArgumentException("a decision ends after " + bytes.length + " bytes, " + (at + more)
                    + " are asked for. Maybe it was cut.");
        }
    }

    void count(int value) {
        unsigned(value);
    }

    int count() {
        long value = unsigned();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a decision counts to " + value + ". Maybe it was damaged.");
        }
        return (int) value;
    }

    void number(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    long number() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    private void unsigned(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            raw((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        raw((int) rest);
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = raw();
            value |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a decision holds a number without an end. Maybe it was damaged.");
    }

    /** Thousandths doubled, or an odd mark and the bits as they are. */
    void decimal(double value) {
        long thousandths = Math.round(value * THOUSANDTHS);
        boolean exact = thousandths >= 0 && thousandths < THOUSANDTHS_MAX && thousandths / THOUSANDTHS == value;
        unsigned(exact ? thousandths << 1 : 1);
        if (!exact) {
            long bits = Double.doubleToLongBits(value);
            for (int shift = 56; shift >= 0; shift -= 8) {
                raw((int) (bits >>> shift));
            }
        }
    }

    double decimal() {
        long head = unsigned();
        if (head != 1) {
            return (head >>> 1) / THOUSANDTHS;
        }
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << 8) | raw();
        }
        return Double.longBitsToDouble(bits);
    }

    /** Anything but texts and lists, which refer to what this does not know. */
    void value(@Nullable Object value) {
        if (value == null) {
            raw(NULL);
        } else if (value == SAME) {
            raw(SAME_TAG);
        } else if (value instanceof Boolean flag) {
            raw(flag ? TRUE : FALSE);
        } else if (value instanceof Long whole) {
            raw(WHOLE);
            number(whole);
        } else if (value instanceof Double binary) {
            raw(BINARY);
            decimal(binary);
        } else if (value instanceof BigDecimal exact) {
            byte[] unscaled = exact.unscaledValue().toByteArray();
            raw(EXACT);
            number(exact.scale());
            count(unscaled.length);
            raw(unscaled);
        } else {
            throw new IllegalArgumentException("a decision cannot hold a " + value.getClass() + ": " + value);
        }
    }

    @Nullable
    Object value(int tag) {
        return switch (tag) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case WHOLE -> number();
            case BINARY -> decimal();
            case EXACT -> {
                int scale = (int) number();
                yield new BigDecimal(new BigInteger(take(count())), scale);
            }
            default ->
                throw new IllegalArgumentException("a decision holds a value of kind " + tag
                        + ", which this release does not know. Maybe it was damaged.");
        };
    }
}
