package dev.slipway.ordering.user.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ordering.starter.web.ProblemException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTest {
    private final Member ada =
            Member.signedUp(UUID.randomUUID(), "Ada@Example.COM", " Ada ", "{argon2}x", Instant.EPOCH);

    @Test
    void keepsAnAddressInLowerCaseAndANameWithoutBlanksAround() {
        assertThat(ada.email()).isEqualTo("ada@example.com");
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.roles()).containsExactly("customer");
    }

    @Test
    void countsProfileAndCredentialApart() {
        Member renamed = ada.renamed("Ada L.").orElseThrow();
        assertThat(renamed.profileVersion()).isEqualTo(2);
        assertThat(renamed.credentialVersion()).isEqualTo(1);

        Member readdressed = renamed.readdressed("ada@example.org").orElseThrow();
        assertThat(readdressed.profileVersion()).isEqualTo(3);
        assertThat(readdressed.credentialVersion()).isEqualTo(2);

        Member operator = readdressed.withRoles(Set.of("customer", "operator")).orElseThrow();
        assertThat(operator.profileVersion()).isEqualTo(3);
        assertThat(operator.credentialVersion()).isEqualTo(3);
        assertThat(operator.withPassword("{argon2}y").credentialVersion()).isEqualTo(4);
    }

    @Test
    void staysAsItIsWhereNothingChanges() {
        assertThat(ada.renamed(" Ada")).isEmpty();
        assertThat(ada.readdressed("ADA@example.com")).isEmpty();
        assertThat(ada.withRoles(Set.of("customer"))).isEmpty();
    }

    @Test
    void printsNothingPersonal() {
        assertThat(ada.toString()).doesNotContain("ada", "Ada", "argon2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "ada.l+shop@mail.example.co.uk",
                "o'neil@example.com",
                "x@xn--bcher-kva.example"
            })
    void takesAddresses(String address) {
        assertThat(address).matches(EmailAddress.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@example",
                "@example.com",
                "ada@@example.com",
                "a da@example.com",
                "ada@example.com\r\nBcc: eve@example.com",
                "ada@-example.com",
                ".ada@example.com",
                "\"ada\"@example.com",
                "ada@example.com, eve@example.com",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg@example.com"
            })
    void refusesWhatIsNone(String address) {
        assertThat(address).doesNotMatch(EmailAddress.PATTERN);
    }

    @Test
    void refusesPasswordsThatAreEasyToGuess() {
        assertThatThrownBy(() -> PasswordRules.check("abcdabcdabcd", "ada@example.com", "Ada"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("5 different characters");
        assertThatThrownBy(() -> PasswordRules.check("my-Lovelace-1815", "lovelace@example.com", "Ada"))
                .hasMessageContaining("neither the name nor the address");
        PasswordRules.check("abcdeabcdabcd", "ada@example.com", "Ada");
        PasswordRules.check("adamant-about-adages", "ada@example.com", "Ada");
    }

    @Test
    void stopsWhoTriesPasswordsWithoutEnd() {
        Guesses guesses = new Guesses();
        for (int i = 0; i < 5; i++) {
            guesses.count(ada.id());
        }
        assertThatThrownBy(() -> guesses.count(ada.id())).hasMessageContaining("quarter of an hour");
        guesses.count(UUID.randomUUID());
        guesses.forget(ada.id());
        guesses.count(ada.id());
    }
}
