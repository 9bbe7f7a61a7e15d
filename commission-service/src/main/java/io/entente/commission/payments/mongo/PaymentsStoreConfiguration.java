package io.entente.commission.payments.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox of notices. */
@Configuration(proxyBeanMethods = false)
class PaymentsStoreConfiguration {

    @Bean
    OutboxCollection paymentNoticesOutbox() {
        return new OutboxCollection(NoticeMapping.COLLECTION);
    }
}
