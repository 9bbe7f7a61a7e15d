package io.entente.notification.delivery.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.notification.delivery.Attempt.Outcome;
import io.entente.notification.delivery.Letter;
import io.entente.notification.delivery.Mailer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends plain text in UTF-8 over SMTP. The {@code Message-ID} is derived from the notification, so a duplicate is
 * recognisable. {@code Auto-Submitted} (RFC 3834) keeps out-of-office programs from replying.
 *
 * <p>Nobody can inject a header: the subject is one line without control characters, and the address conforms to RFC 5322.
 */
final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

    private final JavaMailSender sender;
    private final InternetAddress from;
    private final Clock clock;

    SmtpMailer(JavaMailSender sender, InternetAddress from, Clock clock) {
        this.sender = sender;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public Reply send(Letter letter) {
        MimeMessage message;
        try {
            message = compose(letter);
        } catch (AddressException e) {
            return new Reply(Outcome.REJECTED, "the e-mail address of the contact is not valid");
        } catch (MessagingException | UnsupportedEncodingException e) {
            return failed(letter, e);
        }
        try {
            sender.send(message);
            return new Reply(Outcome.SENT, null);
        } catch (RuntimeException e) {
            // The schedule bounds the retries of a failed mail. Nothing would bound them if the exception escaped.
            return failed(letter, e);
        }
    }

    private static Reply failed(Letter letter, Exception e) {
        SmtpFailure failure = SmtpFailure.of(e);
        LOG.info("The mail of {} was not sent: {}", letter.notificationId(), failure.text());
        return new Reply(failure.isFinal() ? Outcome.REJECTED : Outcome.FAILED, failure.text());
    }

    private MimeMessage compose(Letter letter) throws MessagingException, UnsupportedEncodingException {
        InternetAddress to = new InternetAddress(letter.address(), true);
        if (!letter.name().isBlank()) {
            to.setPersonal(letter.name().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "), UTF_8.name());
        }
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), UTF_8.name());
        message.setText(letter.text(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<%s@%s>".formatted(letter.notificationId(), domain()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language());
        return message;
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }
}
