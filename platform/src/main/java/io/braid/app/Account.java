package io.braid.app;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which account PostgreSQL's programs run. PostgreSQL refuses to run as root; so when Braid is root (a container,
 * a bare virtual machine) they run in a user namespace of their own or, where those are forbidden, as another user.
 */
record Account(List<String> prefix, long uid) {
    private static final long ROOT = 0;
    private static final long NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    static Account choose(Path cluster) {
        long me = new UnixSystem().getUid();
        long owner = Files.exists(cluster) ? owner(cluster) : me;
        if (me != ROOT) {
            refuseForeign(cluster, owner, me);
            return new Account(List.of(), me);
        }
        if (owner != ROOT) {
            return user(owner);
        }
        if (works(NAMESPACE)) {
            return new Account(NAMESPACE, ROOT);
        }
        return user(NOBODY);
    }

    List<String> command(List<String> program) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(program);
        return whole;
    }

    /** The user's cache folder; the data folder when there is none, or when the server runs as somebody else. */
    Path cache(Path dataFolder) {
        Path home = Path.of(System.getProperty("user.home", "/nonexistent"));
        return isOurs() && Files.isWritable(home) ? home.resolve(".cache/braid") : dataFolder.resolve("cache");
    }

    /** Hands the files to the account, if it is another one than ours. */
    void give(Path... files) {
        if (isOurs()) {
            return;
        }
        List<String> chown = new ArrayList<>(List.of("chown", "-R", uid + ":" + uid));
        for (Path file : files) {
            chown.add(file.toString());
        }
        Programs done = Programs.run(chown);
        if (!done.succeeded()) {
            throw new StartRefused("the database's files cannot change hands: " + done.said(), "See the message.");
        }
    }

    /** A folder below {@code /root} is closed to every other user. */
    void mustReach(Path... folders) {
        for (Path folder : folders) {
            if (!Programs.run(command(List.of("test", "-x", folder.toString()))).succeeded()) {
                throw new StartRefused(
                        "Braid runs as root, PostgreSQL must not, and user " + uid + " cannot enter " + folder + ".",
                        "Run Braid as an ordinary user, or set BRAID_DATA (and HOME) to a folder that others may enter.");
            }
        }
    }

    private boolean isOurs() {
        return uid == new UnixSystem().getUid();
    }

    private static Account user(long uid) {
        List<String> prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
        if (!works(prefix)) {
            throw new StartRefused(
                    "Braid runs as root, PostgreSQL refuses to, and neither \"unshare -U\" nor \"setpriv\" works here.",
                    "Run Braid as an ordinary user, or install util-linux, or set BRAID_DATABASE_URL.");
        }
        return new Account(prefix, uid);
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("id", "-u"));
        Programs id = Programs.run(command);
        return id.succeeded() && !id.said().equals("0");
    }

    private static void refuseForeign(Path cluster, long owner, long me) {
        if (owner != me) {
            throw new StartRefused(
                    "the database in " + cluster + " belongs to user " + owner + ", and Braid runs as user " + me + ".",
                    "Run Braid as that user, or change the owner of the whole data folder (chown -R).");
        }
    }

    private static long owner(Path file) {
        try {
            return ((Number) Files.getAttribute(file, "unix:uid")).longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
