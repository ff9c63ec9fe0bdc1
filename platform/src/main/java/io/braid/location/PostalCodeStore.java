package io.braid.location;

import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** The whole rows of those that are known. */
    Map<PostalCode, Place> places(Collection<PostalCode> codes) {
        Map<PostalCode, Place> known = new HashMap<>();
        jdbc.sql(sql.get("places"))
                .param("countries", countries(codes))
                .param("codes", codes(codes))
                .query((rs, row) -> place(rs))
                .list()
                .forEach(place -> known.put(place.code(), place));
        return known;
    }

    /** Inserts or changes. */
    void upsert(List<Place> places) {
        Columns<Place> columns = Columns.of(places);
        jdbc.sql(sql.get("upsert"))
                .param("countries", columns.texts(place -> place.code().country()))
                .param("codes", columns.texts(place -> place.code().code()))
                .param("places", columns.texts(Place::place))
                .param("regions", columns.texts(Place::region))
                .param("latitudes", columns.texts(place -> place.point().latitude()))
                .param("longitudes", columns.texts(place -> place.point().longitude()))
                .update();
    }

    private static Place place(ResultSet rs) throws SQLException {
        return new Place(
                new PostalCode(new CountryCode(rs.getString("country")), rs.getString("code")),
                rs.getString("place"),
                rs.getString("region"),
                new GeoPoint(rs.getDouble("latitude"), rs.getDouble("longitude")));
    }

    private static String[] countries(Collection<PostalCode> codes) {
        return codes.stream().map(code -> code.country().text()).toArray(String[]::new);
    }

    private static String[] codes(Collection<PostalCode> codes) {
        return codes.stream().map(PostalCode::code).toArray(String[]::new);
    }
}
