package io.braid.app;

import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.journal.Verification;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recomputes the hash chains of the journal, of all subjects or of one, beside a running Braid or while it is stopped.
 */
final class VerifyJournalCommand implements Command {
    private static final String SUBJECT = "--subject";

    @Override
    public String name() {
        return "verify-journal";
    }

    @Override
    public String help() {
        return "recomputes the hash chains of the journal and names the first broken link;"
                + " with --subject 100000001-1 or --subject product:MUG-01 of that one alone.";
    }

    @Override
    public int run(Settings settings, List<String> arguments) {
        boolean one = arguments.size() == 2 && arguments.getFirst().equals(SUBJECT);
        if (!one && !arguments.isEmpty()) {
            System.err.println("braid verify-journal " + help());
            return 2;
        }
        ConsoleLog.onlyWarnings();
        try (OpenDatabase database = OpenDatabase.join(settings);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            DataSource owner = database.roles().owner().source("");
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(owner));
            context.scan("io.braid.journal");
            context.refresh();
            return verify(context.getBean(Journal.class), one ? arguments.getLast() : null);
        }
    }

    private static int verify(Journal journal, @Nullable String typed) {
        Subject subject;
        try {
            subject = typed == null ? null : journal.subject(typed);
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage());
            return 2;
        }
        return report(journal.verify(subject), subject);
    }

    private static int report(Verification found, @Nullable Subject subject) {
        if (found.ok() && found.checked() == 0 && subject != null) {
            System.out.println("The journal has no entry of " + subject.text() + ".");
            return 1;
        }
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
