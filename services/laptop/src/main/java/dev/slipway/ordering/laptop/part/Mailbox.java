package dev.slipway.ordering.laptop.part;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.slipway.ordering.laptop.process.Ports;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mail server that keeps what it is sent, so that it can be looked at, and sends nothing on. */
public final class Mailbox implements AutoCloseable {
    private final GreenMail server;

    /** A mail as it arrived. */
    public record Mail(String to, String subject, String text) {}

    public Mailbox(int port, String user, String password) {
        server = new GreenMail(new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser(user + "@localhost", user, password);
    }

    /** Every mail since the start, the oldest first; one that came again under its Message-ID once, as people see it. */
    public List<Mail> received() {
        Map<String, Mail> byMessageId = new LinkedHashMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            byMessageId.putIfAbsent(messageId(message), mail(message));
        }
        return List.copyOf(byMessageId.values());
    }

    private static String messageId(MimeMessage message) {
        try {
            return String.valueOf(message.getMessageID());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    Arrays.toString(message.getRecipients(Message.RecipientType.TO)),
                    message.getSubject(),
                    String.valueOf(message.getContent()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    @Override
    public String toString() {
        return "Mailbox";
    }
}
