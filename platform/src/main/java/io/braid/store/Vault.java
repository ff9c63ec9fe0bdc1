package io.braid.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what must be read again but never lie open in the database (AES-256-GCM under the master key). What is sealed
 * opens only for the place it was sealed for, so a value moved to another row is refused. The key is read at the first
 * use, and made in the data folder when none was named.
 */
public final class Vault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final boolean mayMake;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] key;

    private Vault(Path file, boolean mayMake) {
        this.file = file;
        this.mayMake = mayMake;
    }

    /** The key of a file that somebody keeps. */
    public static Vault of(Path keyFile) {
        return new Vault(keyFile, false);
    }

    /** The key of the data folder, made when it is not there. */
    public static Vault in(Path dataFolder) {
        return new Vault(dataFolder.resolve("master.key"), true);
    }

    /** The place is the table, column and key of the row: {@code user_account.totp_secret/<id>}. */
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = new byte[ID_BYTES + NONCE_BYTES + plain.length + TAG_BITS / Byte.SIZE];
        byte[] secret = key();
        System.arraycopy(sha256(secret), 0, sealed, 0, ID_BYTES);
        System.arraycopy(nonce, 0, sealed, ID_BYTES, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, secret, nonce, place)
                    .doFinal(plain, 0, plain.length, sealed, ID_BYTES + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can seal with AES-GCM", e);
        }
    }

    public byte[] open(byte[] sealed, String place) {
        byte[] secret = key();
        if (!Arrays.equals(sealed, 0, ID_BYTES, sha256(secret), 0, ID_BYTES)) {
            throw new IllegalStateException("this was sealed with another master key than " + file
                    + ". Maybe BRAID_MASTER_KEY_FILE names another file than before.");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, ID_BYTES, ID_BYTES + NONCE_BYTES);
        int start = ID_BYTES + NONCE_BYTES;
        try {
            return cipher(Cipher.DECRYPT_MODE, secret, nonce, place).doFinal(sealed, start, sealed.length - start);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what is kept at " + place + " was changed or belongs elsewhere", e);
        }
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized byte[] key() {
        if (key == null) {
            try {
                if (mayMake && Files.notExists(file)) {
                    make();
                }
                key = read();
            } catch (IOException e) {
                throw new UncheckedIOException("the master key " + file + " cannot be read or made", e);
            }
        }
        return key;
    }

    /** A file of exactly 32 bytes is the key; any other secret text of at least 32 is hashed to one. */
    private byte[] read() throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length < KEY_BYTES) {
            throw new IllegalStateException("the master key " + file + " has fewer than 32 bytes. Make one with:"
                    + " head -c 32 /dev/urandom > " + file);
        }
        return content.length == KEY_BYTES ? content : sha256(content);
    }

    /** Written beside and linked into place: of two that make it at once, one wins and both read the same. */
    private void make() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] made = new byte[KEY_BYTES];
        random.nextBytes(made);
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "master",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, made, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another one made it first; that one is the key.
        } finally {
            Files.delete(draft);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
