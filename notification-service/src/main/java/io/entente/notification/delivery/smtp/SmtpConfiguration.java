package io.entente.notification.delivery.smtp;

import io.entente.notification.delivery.Mailer;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Wires the mailer. {@code spring.mail.*} configures the server. */
@Configuration(proxyBeanMethods = false)
class SmtpConfiguration {

    /** @param from {@code entente.notification.from}; the service doesn't start if it is not an address */
    @Bean
    Mailer mailer(JavaMailSender sender, @Value("${entente.notification.from}") String from, Clock clock)
            throws AddressException {
        return new SmtpMailer(sender, new InternetAddress(from, true), clock);
    }
}
