package dev.slipway.ordering.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.ordering.notification.message.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChatTest {
    private static final Message MESSAGE = new Message("Order <!channel>", "Cups & more\n");

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/secret-path", exchange -> {
            received.add(new JsonMapper()
                    .readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        address = URI.create("http://localhost:" + server.getAddress().getPort() + "/secret-path");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void callsNobodyInSlackByTheNameOfAProduct() throws UndeliveredException {
        new Slack(new ChatSettings(address, address)).send(UUID.randomUUID(), Optional.empty(), MESSAGE);

        assertThat(received.get(0).path("text").asString()).isEqualTo("*Order &lt;!channel&gt;*\nCups &amp; more\n");
    }

    @Test
    void postsACardToTeams() throws UndeliveredException {
        new Teams(new ChatSettings(address, address)).send(UUID.randomUUID(), Optional.empty(), MESSAGE);

        JsonNode card = received.get(0).path("attachments").path(0);
        assertThat(card.path("contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.path("content").path("body").path(1).path("text").asString())
                .isEqualTo("Cups & more\n");
    }

    @ParameterizedTest
    @CsvSource({
        "500, true",
        "503, true",
        "429, true",
        "408, true",
        "400, false",
        "404, false",
        "410, false",
        "302, true"
    })
    void triesAgainWhatMayGetThroughLater(int answer, boolean again) {
        status.set(answer);
        UndeliveredException failure = failure();

        assertThat(failure.isWorthAnotherTry()).isEqualTo(again);
        assertThat(failure).hasMessage("status " + answer).hasNoCause();
    }

    @Test
    void doesNotSayWhereNobodyListens() {
        server.stop(0);
        UndeliveredException failure = failure();

        assertThat(failure.isWorthAnotherTry()).isTrue();
        assertThat(failure.getMessage()).doesNotContain("secret-path", "localhost");
    }

    private UndeliveredException failure() {
        Slack slack = new Slack(new ChatSettings(address, address));
        return catchThrowableOfType(
                UndeliveredException.class, () -> slack.send(UUID.randomUUID(), Optional.empty(), MESSAGE));
    }
}
