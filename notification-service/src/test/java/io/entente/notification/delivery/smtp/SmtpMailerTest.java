package io.entente.notification.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.delivery.Attempt.Outcome;
import io.entente.notification.delivery.Letter;
import io.entente.notification.delivery.Mailer.Reply;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpMailerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T02:15:00Z"), ZoneOffset.UTC);
    private static final String TO = "aisyah@partner.example";

    private final List<MimeMessage> sent = new ArrayList<>();
    private RuntimeException failure;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550|550 5.1.1 <aisyah@partner.example>: no such user|REJECTED|address refused: SMTP 550 5.1.1",
                "452|452 4.2.2 <aisyah@partner.example>: mailbox full|FAILED|address refused: SMTP 452 4.2.2",
                "551|551 ask aisyah@other.example|REJECTED|address refused: SMTP 551"
            })
    void a_rejected_address_is_final_if_the_reply_is_permanent(int code, String reply, Outcome outcome, String logged)
            throws Exception {
        SendFailedException refused = new SendFailedException(
                "Invalid Addresses", new SMTPAddressFailedException(new InternetAddress(TO), "RCPT TO", code, reply));
        failure = new MailSendException(Map.of(new Object(), refused));

        assertThat(send("Aisyah", TO)).isEqualTo(new Reply(outcome, logged));
    }

    @Test
    void a_mail_is_retried_if_the_server_rejects_the_sender() {
        failure = new MailSendException(Map.of(
                new Object(),
                new SMTPSendFailedException(
                        "MAIL FROM", 530, "530 5.7.0 Authentication required for " + TO, null, null, null, null)));
        assertThat(send("Aisyah", TO)).isEqualTo(new Reply(Outcome.FAILED, "not accepted: SMTP 530 5.7.0"));
    }

    @Test
    void an_unexpected_exception_is_retried_on_the_schedule() {
        failure = new IllegalStateException("about " + TO);
        assertThat(send("Aisyah", TO)).isEqualTo(new Reply(Outcome.FAILED, "IllegalStateException"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"no address", "a@b.example,c@d.example", "a@b.example>\nBcc: c@d.example", "@partner.example"})
    void nothing_is_sent_to_an_invalid_address(String address) {
        assertThat(send("Aisyah", address.replace("\\n", "\n")).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(sent).isEmpty();
    }

    @Test
    void a_name_cannot_inject_a_header() throws Exception {
        assertThat(send("Aisyah\r\nBcc: everybody@partner.example", TO).outcome())
                .isEqualTo(Outcome.SENT);

        MimeMessage message = sent.get(0);
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getMessageID()).isEqualTo("<ntf_1@firm.example>");
        assertThat(raw(message)).doesNotContain("\nBcc:").contains(TO);
    }

    private Reply send(String name, String address) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                if (failure != null) {
                    throw failure;
                }
                sent.addAll(List.of(messages));
            }
        };
        try {
            return new SmtpMailer(sender, new InternetAddress("partners@firm.example"), CLOCK)
                    .send(new Letter("ntf_1", name, address, "en", "Subject", "Text"));
        } catch (jakarta.mail.internet.AddressException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String raw(MimeMessage message) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
