package dev.slipway.ordering.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final KeySettings SETTINGS = settings("0123456789abcdef");
    private static final ECKey PAIR = pair("any");

    private final SigningKey first = key("first", START, true);
    private final SigningKey second = key("second", START.plus(SETTINGS.signFor()), true);

    @Test
    void makesTheFirstKeyAtOnce() {
        assertThat(KeySchedule.of(List.of(), START, SETTINGS).next()).contains(START);
    }

    @Test
    void announcesTheNextKeyAheadOfItsFirstUse() {
        Instant early = START.plus(Duration.ofHours(22)).plusSeconds(3599);
        assertThat(KeySchedule.of(List.of(first), early, SETTINGS).isEmpty()).isTrue();

        Instant due = START.plus(Duration.ofHours(23));
        assertThat(KeySchedule.of(List.of(first), due, SETTINGS).next()).contains(START.plus(Duration.ofHours(24)));
        assertThat(KeySchedule.of(List.of(first, second), due, SETTINGS).isEmpty())
                .isTrue();
    }

    @Test
    void signsWithAKeyInItsTimeOnlyWhateverIsThere() {
        List<SigningKey> keys = List.of(first, second);
        Instant change = START.plus(Duration.ofHours(24));

        assertThat(KeySchedule.signing(keys, change.minusMillis(1))).contains(first);
        assertThat(KeySchedule.signing(keys, change)).contains(second);
        assertThat(KeySchedule.signing(keys, START.minusMillis(1))).isEmpty();
    }

    @Test
    void keepsAKeyUntilTheLastTokenByItHasExpired() {
        Instant lastTokenIsOver = START.plus(Duration.ofHours(24)).plus(SETTINGS.token());

        assertThat(KeySchedule.of(List.of(first, second), lastTokenIsOver, SETTINGS)
                        .over())
                .isEmpty();
        assertThat(KeySchedule.of(List.of(first, second), lastTokenIsOver.plusSeconds(60), SETTINGS)
                        .over())
                .containsExactly("first");
        assertThat(first.period().notBefore()).isBefore(START);
    }

    @Test
    void makesAKeyWhereItCannotReadTheOneThatSigns() {
        SigningKey foreign = key("foreign", START, false);

        assertThat(KeySchedule.of(List.of(foreign), START, SETTINGS).next()).contains(START);
        assertThat(KeySchedule.of(List.of(foreign), START, SETTINGS).over()).isEmpty();
        assertThat(KeySchedule.of(List.of(foreign, first), START, SETTINGS).isEmpty())
                .isTrue();
    }

    @Test
    void readsItsOwnPrivateKeysAndNoOthers() {
        KeyVault vault = new KeyVault(SETTINGS);
        byte[] locked = vault.lock(PAIR);

        assertThat(vault.unlock("any", locked)).contains(PAIR);
        assertThat(vault.lock(PAIR)).isNotEqualTo(locked);
        assertThat(new String(locked, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(PAIR.getD().toString());
        assertThat(vault.unlock("other", locked)).isEmpty();
        assertThat(new KeyVault(settings("another key of 16")).unlock("any", locked))
                .isEmpty();
        locked[20] ^= 1;
        assertThat(vault.unlock("any", locked)).isEmpty();
    }

    @Test
    void refusesAnEncryptionKeyThatIsEasyToGuess() {
        assertThatThrownBy(() -> new KeyVault(settings("0123456789abcde"))).hasMessageContaining("16 characters");
    }

    static KeySettings settings(String encryptionKey) {
        return new KeySettings(encryptionKey, Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(10));
    }

    private static SigningKey key(String id, Instant from, boolean isReadable) {
        return new SigningKey(
                id, PAIR, isReadable ? Optional.of(PAIR) : Optional.empty(), KeyPeriod.from(from, SETTINGS));
    }

    private static ECKey pair(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
