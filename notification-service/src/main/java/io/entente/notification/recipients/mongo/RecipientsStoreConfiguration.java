package io.entente.notification.recipients.mongo;

import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The encryption of people's names and addresses. */
@Configuration(proxyBeanMethods = false)
class RecipientsStoreConfiguration {

    /** The key is in the document, so that a mail has no further round trip. */
    @Bean
    SealedCollection sealedRecipients() {
        return SealedCollection.withOwnKeys(
                MongoRecipients.COLLECTION,
                List.of(
                        SealedField.required("contacts.name"),
                        SealedField.required("contacts.email"),
                        SealedField.optional("team.email").ofEach("person")));
    }
}
