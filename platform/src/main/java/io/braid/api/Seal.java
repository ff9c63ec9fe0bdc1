package io.braid.api;

import io.braid.store.Idempotency;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes a kept answer with the bearer key of its caller (AES-256-GCM): the database holds that key's hash alone, so
 * whoever reads the database cannot read the answer.
 */
final class Seal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String PURPOSE = "braid kept answer ";

    private final SecureRandom random;

    Seal(SecureRandom random) {
        this.random = random;
    }

    byte[] close(byte[] body, String bearer, Idempotency.Key key) {
        byte[] sealed = new byte[NONCE_BYTES + body.length + TAG_BITS / Byte.SIZE];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, sealed, bearer, key).doFinal(body, 0, body.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can seal with AES-GCM", e);
        }
    }

    byte[] open(byte[] sealed, String bearer, Idempotency.Key key) {
        try {
            return cipher(Cipher.DECRYPT_MODE, sealed, bearer, key)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer does not open with the key it was sealed with", e);
        }
    }

    private static Cipher cipher(int mode, byte[] nonceFirst, String bearer, Idempotency.Key key)
            throws GeneralSecurityException {
        byte[] secret =
                MessageDigest.getInstance("SHA-256").digest((PURPOSE + bearer).getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_BYTES));
        cipher.updateAAD(key.text().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
