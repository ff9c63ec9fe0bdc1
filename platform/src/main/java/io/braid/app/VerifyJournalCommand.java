package io.braid.app;

import io.braid.journal.Journal;
import io.braid.journal.Verification;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recomputes every hash chain of the journal, beside a running Braid or while it is stopped. */
final class VerifyJournalCommand implements Command {
    @Override
    public String name() {
        return "verify-journal";
    }

    @Override
    public String help() {
        return "recomputes the hash chains of the journal and names the first broken link.";
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        try (OpenDatabase database = OpenDatabase.join(settings);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            DataSource owner = database.roles().owner().source("");
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(owner));
            context.scan("io.braid.journal");
            context.refresh();
            return report(context.getBean(Journal.class).verify(null));
        }
    }

    private static int report(Verification found) {
        if (found.ok()) {
            System.out.println(
                    "The journal is whole: " + found.checked() + " entries, every hash follows from the one before.");
            return 0;
        }
        System.out.println("The journal is broken at " + found.brokenAt() + ": " + found.reason() + " (entry "
                + found.checked() + " of those read).");
        return 1;
    }
}
