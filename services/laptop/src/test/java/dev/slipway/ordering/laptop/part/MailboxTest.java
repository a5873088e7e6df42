package dev.slipway.ordering.laptop.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.laptop.process.Ports;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a sender sends again because the answer was lost. */
final class MailboxTest {
    private final int port = Ports.free();
    private final Mailbox mailbox = new Mailbox(port, "notification", "secret");

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void showsAMailThatCameAgainUnderItsMessageIdOnce() throws Exception {
        send("<1@example.com>", "first");
        send("<1@example.com>", "first");
        send("<2@example.com>", "second");

        assertThat(mailbox.received()).extracting(Mailbox.Mail::subject).containsExactly("first", "second");
    }

    @Test
    void showsTheSameTextUnderTwoMessageIdsTwice() throws Exception {
        send("<1@example.com>", "first");
        send("<2@example.com>", "first");

        assertThat(mailbox.received()).hasSize(2);
    }

    private void send(String id, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", Ports.LOOPBACK);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(new InternetAddress("shop@example.com"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.com"));
        message.setSubject(subject);
        message.setText("hello");
        Transport.send(message, "notification", "secret");
    }
}
