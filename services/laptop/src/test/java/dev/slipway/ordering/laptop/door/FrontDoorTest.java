package dev.slipway.ordering.laptop.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.part.Mailbox;
import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.process.Ports;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door before one service that says what it was asked, and one that is not there. */
final class FrontDoorTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final int mail = Ports.free();
    private HttpServer orders;
    private Mailbox mailbox;
    private FrontDoor door;

    @BeforeEach
    void open() throws Exception {
        orders = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, 0), 0);
        orders.createContext("/", exchange -> {
            byte[] answer = "%s %s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            exchange.getRequestHeaders().getFirst("X-Forwarded-For"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/api/orders/7");
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        orders.start();
        mailbox = new Mailbox(mail, "notification", "secret");
        door = new FrontDoor(0)
                .open(
                        List.of(contract("order", "/api/orders"), contract("store", "/api/products")),
                        Map.of("order", orders.getAddress().getPort(), "store", Ports.free()),
                        mailbox);
    }

    @AfterEach
    void close() {
        door.close();
        mailbox.close();
        orders.stop(0);
    }

    private static Contract contract(String service, String route) {
        return new Contract(service, "/ready", List.of(route), List.of(), Map.of());
    }

    @Test
    void passesOnWhatWasAskedAndGivesBackWhatWasAnswered() throws Exception {
        HttpResponse<String> answer = send(request("/api/orders?a=%2F")
                .header("Idempotency-Key", "k")
                .header("X-Forwarded-For", "10.0.0.1")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("POST /api/orders?a=%2F k 10.0.0.1, 127.0.0.1 {}");
        assertThat(answer.headers().firstValue("Location")).contains("/api/orders/7");
    }

    @Test
    void aServiceThatDoesNotAnswerIsUnavailable() throws Exception {
        HttpResponse<String> answer = send(request("/api/products").GET());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"The service does not answer\",\"status\":503}");
    }

    @Test
    void whatHasNoRouteIsNotFound() throws Exception {
        assertThat(send(request("/actuator/health").GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("/").GET()).body()).contains("No service has a route for this path");
    }

    @Test
    void showsWhatCustomersWereMailed() throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", Ports.LOOPBACK);
        settings.put("mail.smtp.port", Integer.toString(mail));
        settings.put("mail.smtp.auth", "true");
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.com"));
        message.setSubject("Confirmed");
        message.setText("Order 7");
        Transport.send(message, "notification", "secret");

        assertThat(send(request("/laptop/mail").GET()).body())
                .isEqualTo("[{\"to\":\"[ada@example.com]\",\"subject\":\"Confirmed\",\"text\":\"Order 7\"}]");
    }

    @Test
    void aMailWithTheWrongPasswordIsRefused() {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", Ports.LOOPBACK);
        settings.put("mail.smtp.port", Integer.toString(mail));
        settings.put("mail.smtp.auth", "true");

        assertThatThrownBy(() -> {
                    try (Transport transport = Session.getInstance(settings).getTransport("smtp")) {
                        transport.connect("notification", "wrong");
                    }
                })
                .isInstanceOf(jakarta.mail.AuthenticationFailedException.class);
    }

    @Test
    void showsWhatTeamsWereTold() throws Exception {
        send(request("/laptop/chat/slack").POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"hi\"}")));

        assertThat(send(request("/laptop/chat").GET()).body())
                .isEqualTo("[{\"room\":\"slack\",\"body\":\"{\\\"text\\\":\\\"hi\\\"}\"}]");
    }

    @Test
    void twoDoorsCannotHaveOnePort() {
        int port = URI.create(door.url()).getPort();

        assertThatThrownBy(() -> new FrontDoor(port))
                .isInstanceOf(LaptopProblem.class)
                .hasMessage(
                        "The port (%s) of the front door must be free, and something listens on it. Fix: stop that, or choose another with --port."
                                .formatted(port));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(door.url() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
