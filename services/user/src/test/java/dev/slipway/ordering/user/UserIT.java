package dev.slipway.ordering.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.starter.password.Passwords;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Members, as they and the other services see it. */
@ServiceTest
class UserIT {
    @Autowired
    private RestTestClient http;

    private Someone ada;

    @BeforeEach
    void getToKnow() {
        Someone.awaitReady(http);
        ada = new Someone(http);
    }

    @Test
    void signsUpAndPublishesProfileAndCredentialButNoPassword() {
        assertThat(ada.signUp().getStatus()).isEqualTo(HttpStatus.ACCEPTED);

        UUID id = ada.id();
        JsonNode registered = Events.await("user.registered", id, 1).get(0);
        JsonNode credential = Events.await("user.credential.set", id, 1).get(0);
        assertThat(EventSchemas.problems("user.registered", registered.toString()))
                .isEmpty();
        assertThat(EventSchemas.problems("user.credential.set", credential.toString()))
                .isEmpty();
        assertThat(registered.path("data").path("name").asString()).isEqualTo("Ada");
        assertThat(credential.path("data").path("email").asString()).isEqualTo(ada.email);
        String hash = credential.path("data").path("passwordHash").asString();
        assertThat(Passwords.argon2id().matches(Someone.PASSWORD, hash)).isTrue();
        assertThat(credential.toString()).doesNotContain(Someone.PASSWORD);
        assertThat(ada.profile(id).path("email").asString()).isEqualTo(ada.email);
    }

    @Test
    void answersTheSameToAnAddressThatIsTakenAndChangesNothing() {
        ExchangeResult first = ada.signUp();
        UUID id = ada.id();

        ExchangeResult second = ada.signUp(Map.of(
                "email", ada.email.toUpperCase(Locale.ROOT), "name", "Eve", "password", "another horse battery"));

        assertThat(second.getStatus()).isEqualTo(first.getStatus());
        assertThat(second.getResponseBodyContent()).isEqualTo(first.getResponseBodyContent());
        Someone next = new Someone(http);
        next.signUp();
        Events.await("user.credential.set", next.id(), 1);
        assertThat(Events.of("user.credential.set", id)).hasSize(1);
        assertThat(ada.profile(id).path("name").asString()).isEqualTo("Ada");
    }

    @Test
    void takesOneOfManyWithOneAddressAtTheSameMoment() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<ExchangeResult>> all = IntStream.range(0, 6)
                    .<Callable<ExchangeResult>>mapToObj(i -> ada::signUp)
                    .toList();
            for (var done : threads.invokeAll(all)) {
                assertThat(done.get().getStatus()).isEqualTo(HttpStatus.ACCEPTED);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Events.await("user.registered", ada.id(), 1)).hasSize(1);
        assertThat(Events.records("user.registered"))
                .filteredOn(record -> record.value().contains(ada.email))
                .hasSize(1);
    }

    @Test
    void editsTheProfileOnceForAVersion() {
        UUID id = signedUp();
        String token = "Bearer " + Tokens.customer(id);

        for (HttpStatus expected : List.of(HttpStatus.OK, HttpStatus.PRECONDITION_FAILED)) {
            http.put()
                    .uri("/api/users/me")
                    .header("Authorization", token)
                    .header("If-Match", "\"1\"")
                    .body(Map.of("name", "Ada L."))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(expected);
        }
        assertThat(ada.put(id, "/api/users/me", Map.of("name", "Ada L.")).getStatus())
                .isEqualTo(HttpStatus.OK);

        List<JsonNode> events = Events.await("user.registered", id, 2);
        assertThat(events).hasSize(2);
        assertThat(events.get(1).path("data").path("version").asLong()).isEqualTo(2);
        assertThat(ada.profile(id).path("version").asLong()).isEqualTo(2);
    }

    @Test
    void changesThePasswordOnce() {
        UUID id = signedUp();
        Map<String, String> body = Map.of("currentPassword", Someone.PASSWORD, "newPassword", "brand new horse");

        assertThat(ada.put(id, "/api/users/me/password", body).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(ada.put(id, "/api/users/me/password", body).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);

        List<JsonNode> events = Events.await("user.credential.set", id, 2);
        assertThat(events).hasSize(2);
        JsonNode last = events.get(1).path("data");
        assertThat(last.path("version").asLong()).isEqualTo(2);
        assertThat(Passwords.argon2id()
                        .matches("brand new horse", last.path("passwordHash").asString()))
                .isTrue();
    }

    @Test
    void letsNobodyGuessThePasswordWithAStolenToken() {
        UUID id = signedUp();
        Map<String, String> wrong = Map.of("currentPassword", "wrong", "newPassword", "brand new horse");
        for (int i = 0; i < 5; i++) {
            ExchangeResult refused = ada.put(id, "/api/users/me/password", wrong);
            assertThat(refused.getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(Someone.type(refused)).isEqualTo("urn:slipway:problem:wrong-password");
        }
        assertThat(ada.put(id, "/api/users/me/password", wrong).getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void changesTheAddressOfWhoKnowsThePasswordAndTellsNobodyThatItIsTaken() {
        UUID id = signedUp();
        Someone eve = new Someone(http);
        eve.signUp();
        UUID other = eve.id();

        ExchangeResult taken =
                eve.put(other, "/api/users/me/email", Map.of("email", ada.email, "password", Someone.PASSWORD));
        assertThat(eve.profile(other).path("email").asString()).isEqualTo(eve.email);
        String address = "new-" + ada.email;
        ExchangeResult free =
                ada.put(id, "/api/users/me/email", Map.of("email", address, "password", Someone.PASSWORD));

        assertThat(taken.getStatus()).isEqualTo(free.getStatus()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(ada.profile(id).path("email").asString()).isEqualTo(address);
        assertThat(Events.await("user.registered", id, 2)
                        .get(1)
                        .path("data")
                        .path("email")
                        .asString())
                .isEqualTo(address);
        assertThat(Events.await("user.credential.set", id, 2)
                        .get(1)
                        .path("data")
                        .path("email")
                        .asString())
                .isEqualTo(address);
        assertThat(ada.put(id, "/api/users/me/email", Map.of("email", address, "password", "wrong"))
                        .getStatus())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void givesAnAddressToOneOfManyWhoWantItAtTheSameMoment() throws Exception {
        Map<String, String> wanted =
                Map.of("email", "wanted-" + UUID.randomUUID() + "@example.com", "password", Someone.PASSWORD);
        Map<Someone, UUID> members = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            Someone member = new Someone(http);
            member.signUp();
            members.put(member, member.id());
        }
        var threads = Executors.newFixedThreadPool(members.size());
        try {
            List<Callable<ExchangeResult>> all = members.entrySet().stream()
                    .<Callable<ExchangeResult>>map(
                            member -> () -> member.getKey().put(member.getValue(), "/api/users/me/email", wanted))
                    .toList();
            for (var done : threads.invokeAll(all)) {
                assertThat(done.get().getStatus()).isEqualTo(HttpStatus.ACCEPTED);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(members.entrySet())
                .filteredOn(member -> member.getKey()
                        .profile(member.getValue())
                        .path("email")
                        .asString()
                        .equals(wanted.get("email")))
                .hasSize(1);
    }

    @Test
    void letsOperatorsGiveRolesAndTheFirstBeAppointedFromWithin() {
        UUID id = signedUp();
        String operator = Tokens.operator(UUID.randomUUID());
        String path = "/api/users/" + id + "/roles";
        Map<String, Object> body = Map.of("roles", List.of("customer", "operator"));

        assertThat(ada.put(id, path, body).getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(ada.send(HttpMethod.PUT, operator, path, Map.of("roles", List.of("root")))
                        .getStatus())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(ada.send(HttpMethod.PUT, operator, path, body).getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(Events.await("user.credential.set", id, 2)
                        .get(1)
                        .path("data")
                        .path("roles"))
                .hasSize(2);

        Someone eve = new Someone(http);
        eve.signUp();
        UUID other = eve.id();
        http.post()
                .uri("/actuator/operators/" + other)
                .header("X-Forwarded-For", "1.2.3.4")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.post()
                .uri("/actuator/operators/" + other)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(eve.profile(other).path("roles")).hasSize(2);
    }

    private UUID signedUp() {
        ada.signUp();
        return ada.id();
    }
}
