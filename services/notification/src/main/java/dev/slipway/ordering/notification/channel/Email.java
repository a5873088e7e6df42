package dev.slipway.ordering.notification.channel;

import dev.slipway.ordering.notification.message.Message;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Mail by SMTP: at least once. Where the answer of the server is lost, the mail is sent again, with the same Message-ID,
 * by which many mailboxes know that they have it.
 */
@Component
final class Email implements Messenger {
    private final JavaMailSender sender;
    private final String from;

    Email(JavaMailSender sender, @Value("${notification.mail.from}") String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void send(UUID id, Optional<String> to, Message message) throws UndeliveredException {
        try {
            sender.send(mail(id, to.orElseThrow(), message));
        } catch (MailException e) {
            // without the cause, whose text quotes the address
            throw new UndeliveredException(e.getClass().getSimpleName(), !isRefusedForGood(e));
        } catch (MessagingException e) {
            throw new UndeliveredException(e.getClass().getSimpleName(), false);
        }
    }

    private MimeMessage mail(UUID id, String to, Message message) throws MessagingException {
        MimeMessage mail = new Identified(sender.createMimeMessage(), id, from);
        MimeMessageHelper helper = new MimeMessageHelper(mail, "UTF-8");
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject(message.subject());
        helper.setText(message.text());
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** The server knows no such mailbox, and will not tomorrow. */
    private static boolean isRefusedForGood(MailException failure) {
        return failure instanceof MailSendException send
                && Stream.of(send.getMessageExceptions())
                        .anyMatch(
                                e -> e instanceof SendFailedException refused && hasAny(refused.getInvalidAddresses()));
    }

    private static boolean hasAny(Address[] addresses) {
        return addresses != null && addresses.length > 0;
    }

    /** A mail whose id is that of its delivery, however often it is sent. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(MimeMessage empty, UUID delivery, String from) throws MessagingException {
            super(empty.getSession());
            String host = new InternetAddress(from).getAddress().replaceAll(".*@", "");
            id = "<%s@%s>".formatted(delivery, host);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
