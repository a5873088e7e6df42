package dev.slipway.ordering.starter.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {
    private final Passwords passwords = Passwords.argon2id();

    @Test
    void hashesByArgon2idWithASaltOfItsOwn() {
        String hash = passwords.hash("correct horse battery");

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterx", hash)).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void checksHashesOfOtherParametersAndFindsThemOutdated() {
        String weaker = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode("secret");
        String bcrypt = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret");

        assertThat(passwords.matches("secret", weaker)).isTrue();
        assertThat(passwords.isOutdated(weaker)).isTrue();
        assertThat(passwords.matches("secret", bcrypt)).isTrue();
        assertThat(passwords.isOutdated(bcrypt)).isTrue();
    }

    @Test
    void findsNothingInAHashThatNobodyCanRead() {
        assertThat(passwords.matches("secret", "{md5}abc")).isFalse();
        assertThat(passwords.matches("secret", "{argon2}abc")).isFalse();
        assertThat(passwords.matches("secret", "secret")).isFalse();
    }
}
