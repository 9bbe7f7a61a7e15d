package io.entente.partner.qualification.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox of qualifications. */
@Configuration(proxyBeanMethods = false)
class QualificationStoreConfiguration {

    @Bean
    OutboxCollection qualificationsOutbox() {
        return new OutboxCollection(MongoQualifications.COLLECTION);
    }
}
