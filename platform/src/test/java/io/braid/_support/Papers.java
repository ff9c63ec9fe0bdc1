package io.braid._support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small true files, and the way to send them. */
public final class Papers {
    private Papers() {}

    /** A PDF of one empty page; the mark makes it another file. */
    public static byte[] pdf(String mark) {
        String text = """
            %%PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/MediaBox[0 0 9 9]/Parent 2 0 R>>endobj
            %% %s
            trailer<</Root 1 0 R>>
            startxref
            0
            %%%%EOF
            """.formatted(mark);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] png() {
        return image("png");
    }

    public static byte[] jpeg() {
        return image("jpg");
    }

    private static byte[] image(String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a file as a vendor; {@code expiresOn} may be empty. */
    public static Answer send(BraidUnderTest braid, String key, String document, byte[] file, String expiresOn) {
        return post(
                braid,
                key,
                document + "/versions?name=scan" + (expiresOn.isEmpty() ? "" : "&expiresOn=" + expiresOn),
                file,
                type(file));
    }

    public static Answer sendNamed(BraidUnderTest braid, String key, String document, byte[] file, String name) {
        String query = document + "/versions?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return post(braid, key, query, file, type(file));
    }

    public static Answer sendAs(BraidUnderTest braid, String key, String document, byte[] file, String type) {
        return post(braid, key, document + "/versions?name=scan", file, type);
    }

    private static Answer post(BraidUnderTest braid, String key, String query, byte[] file, String type) {
        return braid.send(braid.request("/api/v1/vendor/documents/" + query, key)
                .setHeader("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static String type(byte[] file) {
        if (file.length > 0 && file[0] == '%') {
            return "application/pdf";
        }
        return file.length > 1 && file[1] == 'P' ? "image/png" : "image/jpeg";
    }
}
