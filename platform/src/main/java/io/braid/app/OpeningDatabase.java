package io.braid.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A database on its way. Whoever needs it first waits; a refusal reaches that one as it was. */
record OpeningDatabase(CompletableFuture<OpenDatabase> opening) {
    static OpeningDatabase begin(Settings settings) {
        CompletableFuture<OpenDatabase> opening = new CompletableFuture<>();
        Thread.ofPlatform().name("database-start").start(() -> {
            try {
                opening.complete(OpenDatabase.start(settings));
            } catch (RuntimeException | Error e) {
                opening.completeExceptionally(e);
            }
        });
        return new OpeningDatabase(opening);
    }

    OpenDatabase await() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartRefused refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Ends what was begun, also when nobody waited for it. */
    void close() {
        opening.handle((database, refusal) -> {
                    if (database != null) {
                        database.close();
                    }
                    return refusal;
                })
                .join();
    }
}
