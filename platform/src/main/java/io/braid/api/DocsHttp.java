package io.braid.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's description to browse and try: one page, everything it loads is ours, no script stands in it. */
@RestController
final class DocsHttp {
    static final String ASSETS = "/api/docs/assets/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Braid API</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
              </head>
              <body>
                <div id="api"></div>
                <script src="/api/docs/assets/swagger-ui-bundle.js"></script>
                <script src="/api/docs/start.js"></script>
              </body>
            </html>
            """;
    private static final String START = """
            SwaggerUIBundle({
              url: "/api/v1/openapi.json",
              dom_id: "#api",
              deepLinking: true,
              docExpansion: "none",
              tagsSorter: "alpha",
              validatorUrl: null
            });
            """;

    @GetMapping("/api/docs")
    @Open
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(PAGE);
    }

    @GetMapping("/api/docs/start.js")
    @Open
    ResponseEntity<String> start() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .body(START);
    }
}
