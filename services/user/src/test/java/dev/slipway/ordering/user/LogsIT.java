package dev.slipway.ordering.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Logs;
import dev.slipway.ordering.testing.LogsTest;
import dev.slipway.ordering.testing.Parts;
import dev.slipway.ordering.testing.Trace;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** No line of the log has an address, a name, a password, a hash or a token, however much of it there is. */
@LogsTest
class LogsIT {
    private static final String NAME = "Augusta Ada King";
    private static final String NEW_PASSWORD = "brand new horse";
    /** Base64 of an object in JSON. */
    private static final String BEGIN_OF_A_TOKEN = "eyJ";

    private static final String WRONG = "a wrong password";

    private final Trace trace = Trace.begun();

    @Autowired
    private RestTestClient http;

    @Test
    void whoSignsUpAndChangesLeavesTheIdAlone(CapturedOutput output) throws IOException {
        Someone.awaitReady(http);
        RestTestClient traced =
                http.mutate().defaultHeader("traceparent", trace.parent()).build();
        Someone eve = new Someone(http);
        eve.signUp();
        Someone ada = new Someone(traced);
        ada.signUp(Map.of("email", ada.email, "name", NAME, "password", Someone.PASSWORD));
        UUID id = ada.id();
        JsonNode credential = Events.await("user.credential.set", id);

        assertThat(ada.put(id, "/api/users/me/email", Map.of("email", eve.email, "password", Someone.PASSWORD))
                        .getStatus())
                .isEqualTo(HttpStatus.ACCEPTED);
        assertThat(ada.put(id, "/api/users/me/email", Map.of("email", "new-" + ada.email, "password", WRONG))
                        .getStatus())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(ada.put(
                                id,
                                "/api/users/me/password",
                                Map.of("currentPassword", Someone.PASSWORD, "newPassword", NEW_PASSWORD))
                        .getStatus())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(ada.signUp(Map.of("email", ada.email, "name", NAME, "password", "short"))
                        .getStatus())
                .isEqualTo(HttpStatus.BAD_REQUEST);

        assertThat(Logs.of(output).messages(trace))
                .contains("Signed up " + id, "The address that " + id + " asked for is taken");
        assertThat(output.toString())
                .doesNotContain(ada.email, eve.email, NAME, Someone.PASSWORD, NEW_PASSWORD, WRONG, BEGIN_OF_A_TOKEN)
                .doesNotContain(credential.path("passwordHash").asString());
        assertThat(Parts.postgresLog())
                .contains("ready to accept connections")
                .doesNotContain(ada.email, eve.email, NAME);
    }
}
