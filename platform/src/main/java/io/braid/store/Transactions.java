package io.braid.store;

import io.braid.kernel.Outcome;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction per use case. Work inside work joins; the outermost one commits, and runs the whole use case again
 * when the database asks for it (serialization failure, deadlock, lock timeout). So work must have no effect outside
 * the database.
 */
public final class Transactions {
    /** Five tries settle every contention seen; what still fails then is overload and is said so (503). */
    private static final int TRIES_MAX = 5;

    private static final long BACKOFF_NANOS = 2_000_000;

    private final TransactionTemplate template;

    public Transactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    public <T> T call(Supplier<T> work) {
        return retrying(() -> {
            T value = template.execute(status -> work.get());
            if (value == null) {
                throw new IllegalStateException("work in a transaction answered null");
            }
            return value;
        });
    }

    /** Like {@link #call}, and what was refused leaves no trace: a refusal rolls everything back. */
    public <T> Outcome<T> decide(Supplier<Outcome<T>> work) {
        return retrying(() -> {
            Outcome<T> outcome = template.execute(status -> {
                Outcome<T> answer = work.get();
                if (answer instanceof Outcome.Refused<T>) {
                    status.setRollbackOnly();
                }
                return answer;
            });
            if (outcome == null) {
                throw new IllegalStateException("work in a transaction answered null");
            }
            return outcome;
        });
    }

    /** Runs it when the work under way has been committed; never when it is rolled back, at once outside of any. */
    public void afterCommit(Runnable then) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            then.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }

    private static <T> T retrying(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt == TRIES_MAX || !isTransient(e)) {
                    throw e;
                }
                // Full jitter, so that those who collided do not meet again.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(BACKOFF_NANOS << attempt));
            }
        }
    }

    /** Whether running the whole use case again may succeed: 40001, 40P01, 55P03. */
    public static boolean isTransient(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                switch (sql.getSQLState()) {
                    case "40001", "40P01", "55P03" -> {
                        return true;
                    }
                    default -> {}
                }
            }
        }
        return false;
    }

    /**
     * Whether it is the database's passing trouble and no bug: what {@link #isTransient} tells, no connection to be
     * had (08), no resources (53), shutdown or cancellation (57), a transaction that took too long (25P0x).
     */
    public static boolean isPassing(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return isTransient(sql)
                        || state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("25P0");
            }
        }
        return false;
    }
}
