package dev.slipway.ordering.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Private keys at rest: AES-256-GCM by a key that HKDF makes of KEY_ENCRYPTION_KEY, with the id of the key bound in, so
 * that no row can pass for another.
 */
@Component
final class KeyVault {
    private static final Logger LOG = LoggerFactory.getLogger(KeyVault.class);
    private static final int SHORTEST = 16;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    KeyVault(KeySettings settings) {
        if (settings.encryptionKey().length() < SHORTEST) {
            throw new IllegalStateException(
                    "KEY_ENCRYPTION_KEY must have at least " + SHORTEST + " characters. Fix: generate a longer one");
        }
        HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
        derivation.init(new HKDFParameters(
                settings.encryptionKey().getBytes(StandardCharsets.UTF_8),
                new byte[0],
                "slipway auth signing keys v1".getBytes(StandardCharsets.UTF_8)));
        byte[] derived = new byte[KEY_BYTES];
        derivation.generateBytes(derived, 0, KEY_BYTES);
        key = new SecretKeySpec(derived, "AES");
    }

    byte[] lock(ECKey privateKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = privateKey.toJSONString().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] locked =
                    cipher(Cipher.ENCRYPT_MODE, nonce, privateKey.getKeyID()).doFinal(text);
            return ByteBuffer.allocate(NONCE_BYTES + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where it was locked by another key. */
    Optional<ECKey> unlock(String keyId, byte[] locked) {
        ByteBuffer buffer = ByteBuffer.wrap(locked);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, keyId).doFinal(rest);
            return Optional.of(ECKey.parse(new String(text, StandardCharsets.UTF_8)));
        } catch (AEADBadTagException e) {
            LOG.warn("The key {} was encrypted by another KEY_ENCRYPTION_KEY", keyId);
            return Optional.empty();
        } catch (GeneralSecurityException | ParseException e) {
            throw new IllegalStateException(
                    "The key " + keyId + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String keyId) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
