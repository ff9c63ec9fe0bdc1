package io.braid.app;

import io.braid.api.Open;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For the machine that watches Braid: {@code /healthz} says that the process lives (if not, restart it),
 * {@code /readyz} that it can work (if not, send the requests elsewhere). The port opens after the migrations, so
 * readiness is the database.
 */
@RestController
class HealthHttp {
    private final ReadinessStore readiness;

    HealthHttp(ReadinessStore readiness) {
        this.readiness = readiness;
    }

    @Open
    @GetMapping("/healthz")
    ResponseEntity<String> health() {
        return ok();
    }

    @Open
    @GetMapping("/readyz")
    ResponseEntity<String> ready() {
        if (readiness.answers()) {
            return ok();
        }
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"status\":\"DATABASE_DOES_NOT_ANSWER\"}");
    }

    private static ResponseEntity<String> ok() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body("{\"status\":\"OK\"}");
    }
}
