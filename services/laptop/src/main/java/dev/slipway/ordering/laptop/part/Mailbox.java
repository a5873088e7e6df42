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
import java.util.List;

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

    /** Every mail since the start, the oldest first. */
    public List<Mail> received() {
        return Arrays.stream(server.getReceivedMessages()).map(Mailbox::mail).toList();
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
