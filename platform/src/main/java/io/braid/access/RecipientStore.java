package io.braid.access;

import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads whom a mail is to reach; nobody is changed here. */
final class RecipientStore {
    private static final Sql SQL = Sql.of("access/recipient");

    private final JdbcClient jdbc;

    RecipientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<VendorCode, List<String>> ofVendors(Collection<VendorCode> vendors, List<String> roles) {
        return byKey(
                jdbc.sql(SQL.get("ofVendors"))
                        .param("vendors", texts(vendors))
                        .param("roles", roles.toArray(String[]::new)),
                VendorCode::new);
    }

    List<String> ofOperator(List<String> roles) {
        return jdbc.sql(SQL.get("ofOperator"))
                .param("roles", roles.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    Map<LocationCode, List<String>> staffAt(Collection<LocationCode> locations, String role) {
        return byKey(
                jdbc.sql(SQL.get("staffAt"))
                        .param("locations", texts(locations))
                        .param("role", role),
                LocationCode::new);
    }

    private static String[] texts(Collection<?> codes) {
        return codes.stream().map(Object::toString).toArray(String[]::new);
    }

    private static <K> Map<K, List<String>> byKey(JdbcClient.StatementSpec statement, Function<String, K> key) {
        Map<K, List<String>> found = new HashMap<>();
        statement.query(row -> {
            found.merge(key.apply(row.getString(1)), List.of(row.getString(2)), RecipientStore::joined);
        });
        return found;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
