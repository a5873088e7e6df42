package dev.slipway.ordering.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server and the two chats, of this JVM. */
final class Outside {
    private static final String USER = "notification";
    static final String PASSWORD = "smtp-secret";

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final List<String> SAID = new CopyOnWriteArrayList<>();
    private static final HttpServer CHAT = chat();
    private static final int PORT;

    static {
        MAIL.setUser("notification@localhost", USER, PASSWORD);
        MAIL.start();
        PORT = MAIL.getSmtp().getPort();
    }

    private Outside() {}

    static void register(DynamicPropertyRegistry registry) {
        String chat = "http://localhost:" + CHAT.getAddress().getPort();
        registry.add("CHAT_SLACK_URL", () -> chat + "/slack");
        registry.add("CHAT_TEAMS_URL", () -> chat + "/teams");
        registry.add("SMTP_USERNAME", () -> USER);
        registry.add("SMTP_PASSWORD", () -> PASSWORD);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
        registry.add("spring.mail.properties.mail.smtp.starttls.required", () -> "false");
        registry.add("notification.delivery.first-pause", () -> "200ms");
        registry.add("notification.delivery.longest-pause", () -> "500ms");
    }

    /** What an address was mailed. */
    static List<MimeMessage> mails(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    /** What was said in a chat about an order. */
    static List<String> said(String chat, Object order) {
        return SAID.stream()
                .filter(text -> text.startsWith(chat) && text.contains(order.toString()))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer chat() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                SAID.add(exchange.getRequestURI().getPath() + " " + body);
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
