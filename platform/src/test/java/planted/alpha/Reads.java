package planted.alpha;

import io.braid.kernel.SellingPrice;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planted: goes through every wall, and is called like nothing that may. */
@RestController
public class Reads {
    @Bean
    Instant clock() {
        return Clock.systemUTC().instant().isAfter(Instant.now()) ? Instant.EPOCH : Instant.MAX;
    }

    @GetMapping
    UUID random(Statement statement, SellingPrice price) throws SQLException {
        statement.execute(price.toString());
        return UUID.randomUUID();
    }
}
