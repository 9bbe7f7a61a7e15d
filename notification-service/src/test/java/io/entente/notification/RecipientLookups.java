package io.entente.notification;

import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Recipients;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts how often the service looks up a recipient, so that a test can observe an event that waits for a profile. */
@Configuration(proxyBeanMethods = false)
class RecipientLookups {

    private static final Map<String, AtomicInteger> LOOKUPS = new ConcurrentHashMap<>();

    /** How often the recipient has been looked up. */
    static int of(String partnerId) {
        return LOOKUPS.getOrDefault(partnerId, new AtomicInteger()).get();
    }

    @Bean
    static BeanPostProcessor countedRecipients() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Recipients recipients ? new Counted(recipients) : bean;
            }
        };
    }

    private record Counted(Recipients recipients) implements Recipients {

        @Override
        public Optional<Recipient> find(String partnerId) {
            LOOKUPS.computeIfAbsent(partnerId, unused -> new AtomicInteger()).incrementAndGet();
            return recipients.find(partnerId);
        }

        @Override
        public boolean keep(Recipient recipient) {
            return recipients.keep(recipient);
        }

        @Override
        public boolean erase(String partnerId) {
            return recipients.erase(partnerId);
        }
    }
}
