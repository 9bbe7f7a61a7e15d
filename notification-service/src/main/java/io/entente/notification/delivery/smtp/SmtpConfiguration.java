package io.entente.notification.delivery.smtp;

import io.entente.notification.delivery.Mailer;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Wires the mailer; the server is that of {@code spring.mail.*}. */
@Configuration(proxyBeanMethods = false)
class SmtpConfiguration {

    /** @param from {@code entente.notification.from}; refused at start where it is no address */
    @Bean
    Mailer mailer(JavaMailSender sender, @Value("${entente.notification.from}") String from, Clock clock)
            throws AddressException {
        return new SmtpMailer(sender, new InternetAddress(from, true), clock);
    }
}
