package io.braid.vendor;

import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks into the parts of a PDF in which objects can be packed: every stream whose content, unpacked if it is deflated,
 * begins with pairs of numbers as such a part must. Everything else (pages, fonts, pictures) stays closed. A byte is
 * looked at and forgotten, and the work for one file has an end.
 */
final class PdfObjects {
    /** Unpacked bytes and packed ones together, for all streams of a file: about a second of work. */
    private static final long WORK_BYTES_MAX = 256 * 1_048_576L;

    private static final String STREAM = "stream";
    private static final int CHUNK_BYTES = 8_192;

    private final byte[] file;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private long work;
    private int opened;

    private PdfObjects(byte[] file) {
        this.file = file;
    }

    /**
     * Why the file is not taken.
     *
     * @param named how many parts say of themselves that they hold packed objects
     */
    static Optional<String> fault(byte[] file, int named) {
        return new PdfObjects(file).fault(named);
    }

    private Optional<String> fault(int named) {
        for (int at = Bytes.find(file, 0, STREAM); at >= 0; at = Bytes.find(file, at + 1, STREAM)) {
            int start = content(at + STREAM.length());
            if (start >= 0) {
                Packed part = new Packed();
                look(start, part);
                if (part.names.active() != null) {
                    return Optional.of(PdfShape.told(part.names.active()));
                }
                opened += part.isOpen() ? 1 : 0;
            }
            if (work > WORK_BYTES_MAX) {
                return Optional.of("it unpacks to more than can be looked at; print it to a new PDF and send that");
            }
        }
        return opened >= named
                ? Optional.empty()
                : Optional.of("a part of it is encrypted or packed so that nobody can look into it; print it to a new"
                        + " PDF and send that");
    }

    /** Where the content begins that belongs to the word; -1 when it is no such word. */
    private int content(int behind) {
        int at = behind;
        while (at < file.length && file[at] == ' ') {
            at++;
        }
        boolean returned = at < file.length && file[at] == '\r';
        at += returned ? 1 : 0;
        boolean fed = at < file.length && file[at] == '\n';
        return returned || fed ? at + (fed ? 1 : 0) : -1;
    }

    private void look(int start, Packed part) {
        if (isDeflated(start)) {
            unpack(start, part);
            return;
        }
        for (int at = start; at < file.length && !part.isClosed() && !part.isOpen(); at++) {
            part.feed(Bytes.unsigned(file, at));
            work++;
        }
    }

    private boolean isDeflated(int at) {
        return at + 1 < file.length && (file[at] & 0x0F) == 8 && Bytes.two(file, at) % 31 == 0;
    }

    /** What cannot be unpacked to its end is looked at as far as it can, as readers do. */
    private void unpack(int start, Packed part) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(file, start, file.length - start);
            while (!inflater.finished() && !part.isClosed() && work <= WORK_BYTES_MAX) {
                long before = inflater.getBytesRead();
                int length = inflater.inflate(chunk);
                work += length + (inflater.getBytesRead() - before);
                for (int i = 0; i < length; i++) {
                    part.feed(chunk[i] & 0xFF);
                }
                if (length == 0) {
                    break;
                }
            }
        } catch (DataFormatException e) {
            // It is not deflated from here on, which readers forgive too.
            work++;
        }
        part.names.end();
    }

    /** One part: first its numbers are awaited, then its names are read. */
    private static final class Packed {
        private static final int NUMBERS_MIN = 2;

        private final PdfNames names = new PdfNames();
        private int numbers;
        private int before = ' ';
        private boolean comment;
        private boolean closed;

        boolean isOpen() {
            return numbers >= NUMBERS_MIN;
        }

        boolean isClosed() {
            return closed;
        }

        void feed(int one) {
            if (isOpen()) {
                names.feed(one);
            } else if (!closed) {
                await(one);
            }
        }

        private void await(int one) {
            boolean digit = one >= '0' && one <= '9';
            boolean lineEnd = one == '\r' || one == '\n';
            if (comment) {
                comment = !lineEnd;
            } else if (one == '%') {
                comment = true;
            } else if (PdfNames.isBlank(one)) {
                numbers += before >= '0' && before <= '9' ? 1 : 0;
            } else {
                closed = !digit;
            }
            before = one;
        }
    }
}
