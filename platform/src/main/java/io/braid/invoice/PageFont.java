package io.braid.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * The font of one page, embedded in it: Liberation Sans, which OpenPDF carries (Latin, Greek, Cyrillic). What it cannot
 * show, and what is written from right to left, is shown by number, such as {@code [U+4E2D]}; nothing vanishes.
 */
final class PageFont {
    private static final String FILE = "font-fallback/LiberationSans-Regular.ttf";
    private static final byte[] BYTES = bytes();

    /** Of its own for each page: a font remembers what of it was used. */
    private final BaseFont font = read();

    private boolean replaced;

    private static byte[] bytes() {
        try (InputStream in = BaseFont.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing. Maybe OpenPDF no longer carries it.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the font could not be read", e);
        }
    }

    private static BaseFont read() {
        try {
            return BaseFont.createFont(FILE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, BYTES, null);
        } catch (IOException e) {
            throw new UncheckedIOException("the font could not be read", e);
        }
    }

    Font plain(float size) {
        return new Font(font, size);
    }

    Font strong(float size) {
        return new Font(font, size, Font.BOLD);
    }

    /** The text as this font can show it. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (canShow(c)) {
                shown.appendCodePoint(c);
            } else {
                replaced = true;
                shown.append(String.format("[U+%04X]", c));
            }
        });
        return shown.toString();
    }

    private boolean canShow(int character) {
        byte direction = Character.getDirectionality(character);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && Character.isBmpCodePoint(character)
                && font.charExists(character);
    }

    /** Whether something was shown by number. */
    boolean hasReplaced() {
        return replaced;
    }
}
