package io.braid.app;

import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Asks every invariant of the data, beside a running Braid or while it is stopped. It works as the application's role:
 * an owner that is no superuser would see no row of the tables that are behind row security, and find nothing wrong.
 */
final class VerifyCommand implements Command {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String help() {
        return "checks the sums that must always hold over the data, and shows the rows that break them.";
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        ConsoleLog.onlyWarnings();
        try (OpenDatabase database = OpenDatabase.join(settings);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            Roles roles = database.roles();
            DataSource app = roles.url(roles.app()).source("");
            context.registerBean(DataSource.class, () -> app);
            context.scan("io.braid.verify");
            context.refresh();
            return report(context.getBean(Invariants.class).check());
        }
    }

    private static int report(List<Finding> findings) {
        findings.forEach(System.out::println);
        long broken = findings.stream().filter(finding -> !finding.holds()).count();
        System.out.println(
                broken == 0
                        ? "All " + findings.size() + " invariants hold."
                        : broken + " of " + findings.size() + " invariants are broken.");
        return broken == 0 ? 0 : 1;
    }
}
