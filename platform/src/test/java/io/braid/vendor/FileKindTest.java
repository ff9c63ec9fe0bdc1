package io.braid.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Papers;
import io.braid.kernel.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie: about their kind, their end, their size, what else they are. */
class FileKindTest {
    private static byte[] file(FileKind kind) {
        return switch (kind) {
            case PDF -> Papers.pdf("x");
            case PNG -> Papers.png();
            case JPEG -> Papers.jpeg();
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_true_file_is_taken_and_is_no_other_kind(FileKind kind) {
        assertThat(kind.fault(file(kind))).isEmpty();
        for (FileKind other : FileKind.values()) {
            if (other != kind) {
                assertThat(other.fault(file(kind))).as("%s as %s", kind, other).isPresent();
            }
        }
    }

    /** Whatever is cut off is refused, and nothing breaks the reading. */
    @ParameterizedTest
    @EnumSource
    void no_beginning_of_a_file_is_a_file(FileKind kind) {
        byte[] whole = file(kind);
        for (int length = 0; length < whole.length - 2; length++) {
            assertThat(kind.fault(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytes_by_chance_break_nothing(FileKind kind) {
        long seed = 20_261_123;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = file(kind).clone();
            for (int i = 0; i <= round % 7; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(kind.fault(bytes)).as("seed %d round %d", seed, round).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void something_behind_the_end_is_refused(FileKind kind) {
        assertThat(kind.fault(join(file(kind), "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII))))
                .isPresent();
        assertThat(kind.fault(join(file(kind), zip()))).isPresent();
    }

    @Test
    void an_archive_inside_is_found_even_where_the_kind_allows_it() {
        String pdf = new String(Papers.pdf("x"), StandardCharsets.ISO_8859_1);
        String hidden = new String(zip(), StandardCharsets.ISO_8859_1);
        byte[] polyglot = pdf.replace("trailer", hidden + "\ntrailer").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FileKind.PDF.fault(polyglot))
                .hasValueSatisfying(why -> assertThat(why).contains("ZIP"));
        assertThat(FileKind.PDF.fault(zip())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA"})
    void a_pdf_that_runs_something_is_refused(String active) {
        assertThat(FileKind.PDF.fault(Papers.pdf("<<" + active + " 4 0 R>>")))
                .hasValueSatisfying(why -> assertThat(why).contains(active));
    }

    /** A few hundred bytes that would unpack to four gigabytes of pixels. */
    @Test
    void a_picture_that_would_unpack_to_gigabytes_is_refused_without_unpacking_it() {
        byte[] bomb = Papers.png();
        ByteBuffer.wrap(bomb).putInt(16, 65_000).putInt(20, 65_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());

        assertThat(FileKind.PNG.fault(bomb))
                .hasValueSatisfying(why -> assertThat(why).contains("65000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/b",
                "a\\b",
                "C:x",
                "..",
                ".htaccess",
                "",
                " ",
                "a\r\nb",
                "a\0b",
                "x\u202Efdp.exe"
            })
    void a_name_that_is_a_path_is_no_name(String name) {
        assertThat(DocumentFile.read(FileKind.PDF, name, Papers.pdf("x"))).isInstanceOf(Outcome.Refused.class);
        assertThat(DocumentFile.read(FileKind.PDF, "Policy 2026 (signed).pdf", Papers.pdf("x")))
                .isInstanceOf(Outcome.Done.class);
    }

    private static byte[] zip() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("x"));
            out.write(new byte[100]);
            out.closeEntry();
            out.finish();
            return bytes.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
