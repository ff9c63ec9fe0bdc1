package io.braid.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A short life for the JVM to learn from when the script builds its start-up cache: the whole application starts,
 * answers a few requests and ends. Give it a throwaway data folder.
 */
final class TrainCommand implements Command {
    private static final List<String> PATHS =
            List.of("/healthz", "/readyz", "/api/v1/orders", "/api/openapi.json", "/");

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String help() {
        return "used by the script while building: starts, answers some requests of its own and ends.";
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        ConfigurableApplicationContext context = RunCommand.start(settings);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                URI uri = URI.create("http://127.0.0.1:" + RunCommand.port(context) + path);
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + settings.value(Setting.BRAID_API_KEY))
                        .build();
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.close();
        return 0;
    }
}
