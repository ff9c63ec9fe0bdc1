package io.braid.app;

import io.braid.demo.Demo;
import io.braid.demo.DemoClock;
import io.braid.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Braid with a retailer in it, on a data folder of its own. The first start makes the retailer; the next ones find it
 * as it was left. What was only half made is made anew.
 */
final class DemoCommand implements Command {
    private static final int KEY_BYTES = 24;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String help() {
        return "starts Braid with a seeded network and 500 orders, in BRAID_DATA or ./.braid/demo; --fresh starts anew.";
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        List<String> unknown =
                arguments.stream().filter(a -> !a.equals("--fresh")).toList();
        if (!unknown.isEmpty()) {
            System.err.println("Unknown argument: " + unknown.getFirst() + ". ./braid demo takes --fresh alone.");
            return 2;
        }
        Settings demo = onOwnFolder(settings);
        Optional<Map<String, Object>> known = remembered(demo.dataFolder());
        if (arguments.contains("--fresh") || known.isEmpty()) {
            remove(demo.dataFolder());
            known = Optional.empty();
        }
        String key = known.map(k -> String.valueOf(k.get("operatorKey"))).orElseGet(DemoCommand::newKey);
        DemoClock clock = new DemoClock();
        ConfigurableApplicationContext context = RunCommand.start(
                demo.with(Setting.BRAID_API_KEY, key),
                starting -> starting.getBeanFactory().registerSingleton("clock", clock));
        URI base = URI.create("http://127.0.0.1:" + RunCommand.port(context));
        Map<String, Object> made = known.orElseGet(() -> make(demo.dataFolder(), base, key, clock));
        System.out.println(screen(demo.dataFolder(), base, made));
        return RunCommand.stay(context);
    }

    private static Settings onOwnFolder(Settings settings) {
        boolean given = !settings.value(Setting.BRAID_DATA).equals(Setting.BRAID_DATA.fallback());
        return given
                ? settings
                : settings.with(
                        Setting.BRAID_DATA,
                        settings.dataFolder().resolve("demo").toString());
    }

    private static Path memory(Path folder) {
        return folder.resolve("demo.json");
    }

    /** Written last, so it is there exactly when the retailer is whole. */
    private static Optional<Map<String, Object>> remembered(Path folder) {
        return DataFolder.read(memory(folder)).map(Json::readMap);
    }

    private static Map<String, Object> make(Path folder, URI base, String key, DemoClock clock) {
        System.out.println("Making a retailer: 4 distribution centres, 40 stores, 25 vendors with 60 warehouses,"
                + " 2,000 products, and 500 orders of the last three days ...");
        Demo.Seeded seeded = Demo.seed(base, key, clock);
        Map<String, Object> made = Map.of(
                "operatorKey", key,
                "vendor", seeded.vendor(),
                "vendorKey", seeded.vendorKey(),
                "orderNumber", seeded.orderNumber(),
                "counts", seeded.counts());
        DataFolder.write(memory(folder), Json.write(made));
        return made;
    }

    private static String newKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return "brd_demo_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        DataFolder data = DataFolder.open(folder);
        if (data.isLocked()) {
            throw data.inUse();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String screen(Path folder, URI base, Map<String, Object> made) {
        return """

                Braid is ready with its demo on %1$s (data in %2$s)

                  API page        %1$s/api/docs
                  OpenAPI         %1$s/api/v1/openapi.json
                  operator key    %3$s
                  vendor key      %4$s  (of %5$s)
                  what happened   %6$s

                Try:
                  curl -H 'Authorization: Bearer %3$s' '%1$s/api/v1/shipments?slaStatus=OVERDUE&limit=3'
                  curl -H 'Authorization: Bearer %3$s' '%1$s/api/v1/orders/%7$s/decisions'
                  curl -H 'Authorization: Bearer %4$s' '%1$s/api/v1/vendor/purchase-orders?limit=3'

                It stays up until Ctrl-C; the data stays for the next start, --fresh makes it anew.""".formatted(
                        base,
                        folder,
                        made.get("operatorKey"),
                        made.get("vendorKey"),
                        made.get("vendor"),
                        made.get("counts"),
                        made.get("orderNumber"));
    }
}
