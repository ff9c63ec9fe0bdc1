package io.braid.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** The postal codes of the 48 contiguous states, from the product's own table. */
record Places(List<Place> all) {
    record Place(String postalCode, String city, String region, double longitude) {
        String timeZone() {
            if (longitude > -85) {
                return "America/New_York";
            }
            if (longitude > -101) {
                return "America/Chicago";
            }
            return longitude > -114 ? "America/Denver" : "America/Los_Angeles";
        }

        Map<String, String> address(String name) {
            return Map.of(
                    "name",
                    name,
                    "line1",
                    "1 Main St",
                    "city",
                    city,
                    "region",
                    region,
                    "postalCode",
                    postalCode,
                    "country",
                    "US");
        }
    }

    static Places read() throws IOException {
        try (InputStream in = Objects.requireNonNull(Places.class.getResourceAsStream("/geo/us-postal.csv.gz"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return new Places(lines.lines()
                    .skip(1)
                    .filter(line -> !line.contains("\""))
                    .map(line -> line.split(","))
                    .filter(f -> f.length == 5 && !f[1].isBlank() && f[2].length() == 2)
                    .filter(f -> Double.parseDouble(f[4]) > -125 && Double.parseDouble(f[3]) > 24.5)
                    .map(f -> new Place(f[0], f[1], f[2], Double.parseDouble(f[4])))
                    .toList());
        }
    }

    Place any(Random random) {
        return all.get(random.nextInt(all.size()));
    }

    Place at(String postalCode) {
        return all.stream()
                .filter(place -> place.postalCode().equals(postalCode))
                .findFirst()
                .orElseThrow();
    }
}
