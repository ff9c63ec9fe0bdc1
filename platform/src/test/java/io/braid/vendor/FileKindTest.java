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
import java.util.zip.DeflaterOutputStream;
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

    /** A reader of PDFs takes {@code #xx} in a name for the character of that number. */
    @ParameterizedTest
    @ValueSource(strings = {"/J#61vaScript", "/#4aavaScript", "/#4Aava#53cript", "/L#61unch", "/#58#46#41"})
    void a_name_is_read_through_its_escapes(String active) {
        assertThat(FileKind.PDF.fault(Papers.pdf("<<" + active + " 4 0 R>>")))
                .hasValueSatisfying(why -> assertThat(why).contains("active content"));
        assertThat(FileKind.PDF.fault(Papers.pdf("<</Java#5gcript/J#61va/Lunch#>>")))
                .isEmpty();
    }

    /** Since PDF 1.5 most writers pack objects; what runs may stand there alone. */
    @Test
    void a_script_is_found_where_objects_are_packed() {
        String runs = "1 0 2 30 <</Type/Action/S/Java#53cript>> <</A 1 0 R>>";
        String rests = "1 0 2 30 <</Type/Action/S/URI/URI(x)>> <</A 1 0 R>>";
        for (String dictionary : new String[] {
            "<</Type/ObjStm/N 2/First 9/Filter/FlateDecode", "<</Type/O#62jStm/N 2/First 9", "<</N 2/First 9"
        }) {
            assertThat(FileKind.PDF.fault(packed(dictionary, deflated(runs))))
                    .as(dictionary)
                    .hasValueSatisfying(why -> assertThat(why).contains("JavaScript"));
            assertThat(FileKind.PDF.fault(packed(dictionary, deflated(rests))))
                    .as(dictionary)
                    .isEmpty();
        }
        assertThat(FileKind.PDF.fault(packed("<</Type/ObjStm/N 2/First 9", rests.getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
        assertThat(FileKind.PDF.fault(packed("<</Type/ObjStm/N 2/First 9/Filter/LZWDecode", new byte[] {1, 2, 3})))
                .hasValueSatisfying(why -> assertThat(why).contains("look into"));
    }

    /** Ten megabytes that would unpack to ten gigabytes. */
    @Test
    void a_pdf_that_unpacks_to_gigabytes_is_refused_soon() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb)) {
            byte[] blank = new byte[1_048_576];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                out.write(blank);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(FileKind.PDF.fault(packed("<</Filter/FlateDecode", bomb.toByteArray())))
                .hasValueSatisfying(why -> assertThat(why).contains("unpacks"));
    }

    private static byte[] packed(String dictionary, byte[] content) {
        String stream = new String(content, StandardCharsets.ISO_8859_1);
        String object =
                "4 0 obj" + dictionary + "/Length " + content.length + ">>\nstream\n" + stream + "\nendstream endobj";
        return new String(Papers.pdf("x"), StandardCharsets.ISO_8859_1)
                .replace("trailer", object + "\ntrailer")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
