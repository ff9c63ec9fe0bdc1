package io.braid.api;

import io.braid.api.CsvTable.CsvColumns;
import io.braid.journal.Deed;
import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Texts;
import io.braid.location.Place;
import io.braid.location.PostalCodes;
import io.braid.store.ImportReport;
import java.io.InputStream;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tables of postal codes and where they lie, of any country. */
@RestController
@RequestMapping("/api/v1/geo/postal-codes")
final class PostalCodesHttp {
    private static final int NAME_LENGTH_MAX = 200;
    private static final CsvColumns COLUMNS =
            CsvColumns.of(List.of("country", "code", "latitude", "longitude"), List.of("place", "region"));

    private final PostalCodes postalCodes;

    PostalCodesHttp(PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
    }

    @PostMapping("/import")
    @Needs("geo:write")
    @Streaming
    ImportReport importAll(InputStream body, Deed deed) {
        CsvTable table = CsvTable.open(body, COLUMNS);
        return postalCodes.importAll(deed, table.lines(PostalCodesHttp::line));
    }

    private static Place line(CsvLine line) {
        CountryCode country = line.read("country", CountryCode::new);
        return new Place(
                line.read("code", code -> PostalCode.parse(country, code)),
                line.find("place") == null ? "" : line.text("place", NAME_LENGTH_MAX),
                line.find("region") == null ? "" : line.text("region", NAME_LENGTH_MAX),
                new GeoPoint(
                        line.read("latitude", PostalCodesHttp::degrees),
                        line.read("longitude", PostalCodesHttp::degrees)));
    }

    private static double degrees(String text) {
        if (!text.matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?")) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not a number of degrees");
        }
        return Double.parseDouble(text);
    }
}
