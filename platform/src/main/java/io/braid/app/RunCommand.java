package io.braid.app;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application and stays until it is stopped. */
final class RunCommand implements Command {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public String help() {
        return "starts Braid and stays until it is stopped (Ctrl-C).";
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        ConfigurableApplicationContext context = start(settings);
        System.out.println(readyLine(settings, context));
        return stay(context);
    }

    /** Until it is stopped, or its database is lost. */
    static int stay(ConfigurableApplicationContext context) {
        if (context.getBean(OpenDatabase.class).awaitLoss()) {
            System.err.println(
                    "The embedded PostgreSQL ended by itself; its log says why. Braid ends too: start it again.");
            return 1;
        }
        return 0;
    }

    /** The database's server ends after Spring has closed everything that uses it. */
    static ConfigurableApplicationContext start(Settings settings) {
        return start(settings, context -> {});
    }

    static ConfigurableApplicationContext start(
            Settings settings, ApplicationContextInitializer<ConfigurableApplicationContext> given) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        OpeningDatabase opening = OpeningDatabase.begin(settings);
        SpringApplication.getShutdownHandlers().add(opening::close);
        try {
            SpringApplication spring = Application.of(settings, opening);
            spring.addInitializers(given);
            return spring.run();
        } catch (RuntimeException e) {
            opening.close();
            throw explained(settings, e);
        }
    }

    static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String readyLine(Settings settings, ConfigurableApplicationContext context) {
        String data = settings.databaseUrl()
                .map(DatabaseUrl::shown)
                .orElseGet(() -> settings.dataFolder().toString());
        return "Braid is ready on http://127.0.0.1:" + port(context) + " (data in " + data + ", started in "
                + ManagementFactory.getRuntimeMXBean().getUptime() + " ms)";
    }

    private static RuntimeException explained(Settings settings, RuntimeException fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
            if (cause instanceof PortInUseException) {
                return new StartRefused(
                        "port " + settings.port() + " is in use by another program.",
                        "Stop that program, or set BRAID_PORT to another port (0 = any free one).",
                        fault);
            }
        }
        return fault;
    }
}
