package io.braid.location;

import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;
import io.braid.store.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code postal_code}. */
final class PostalCodeStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("location/postal_code");

    PostalCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<PostalCode, GeoPoint> find(Collection<PostalCode> codes) {
        Map<PostalCode, GeoPoint> found = new HashMap<>();
        jdbc.sql(sql.get("find"))
                .param("countries", countries(codes))
                .param("codes", codes(codes))
                .query((rs, row) -> found.put(
                        new PostalCode(new CountryCode(rs.getString("country")), rs.getString("code")),
                        new GeoPoint(rs.getDouble("latitude"), rs.getDouble("longitude"))))
                .list();
        return found;
    }

    boolean knowsCountry(CountryCode country) {
        return jdbc.sql(sql.get("knowsCountry"))
                .param("country", country.text())
                .query(Boolean.class)
                .single();
    }

    /** How many of these codes are known already. */
    int countKnown(Collection<PostalCode> codes) {
        return jdbc.sql(sql.get("countKnown"))
                .param("countries", countries(codes))
                .param("codes", codes(codes))
                .query(Integer.class)
                .single();
    }

    /** Inserts or changes; answers how many rows are new or different. */
    int upsert(List<Place> places) {
        List<PostalCode> codes = places.stream().map(Place::code).toList();
        return jdbc.sql(sql.get("upsert"))
                .param("countries", countries(codes))
                .param("codes", codes(codes))
                .param("places", places.stream().map(Place::place).toArray(String[]::new))
                .param("regions", places.stream().map(Place::region).toArray(String[]::new))
                .param(
                        "latitudes",
                        places.stream()
                                .map(place -> Double.toString(place.point().latitude()))
                                .toArray(String[]::new))
                .param(
                        "longitudes",
                        places.stream()
                                .map(place -> Double.toString(place.point().longitude()))
                                .toArray(String[]::new))
                .update();
    }

    private static String[] countries(Collection<PostalCode> codes) {
        return codes.stream().map(code -> code.country().text()).toArray(String[]::new);
    }

    private static String[] codes(Collection<PostalCode> codes) {
        return codes.stream().map(PostalCode::code).toArray(String[]::new);
    }
}
