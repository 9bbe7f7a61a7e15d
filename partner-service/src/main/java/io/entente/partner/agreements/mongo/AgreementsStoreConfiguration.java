package io.entente.partner.agreements.mongo;

import io.entente.partner.agreements.ListedAgreement;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The outbox of agreements, their indexes, and the encryption of names. */
@Configuration(proxyBeanMethods = false)
class AgreementsStoreConfiguration {

    @Bean
    OutboxCollection agreementsOutbox() {
        return new OutboxCollection(MongoAgreements.COLLECTION);
    }

    @Bean
    ApplicationRunner agreementIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexedList.createIndexes(mongo, MongoAgreements.COLLECTION, ListedAgreement.ORDERS);
            mongo.indexOps(MongoAgreements.COLLECTION)
                    .createIndex(new Index(MongoAgreements.NEXT_ON, Sort.Direction.ASC).sparse());
            // A report of what is stored of a partner reads its agreements by id.
            mongo.indexOps(MongoAgreements.COLLECTION)
                    .createIndex(new Index("partnerId", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        };
    }

    /**
     * The names of those who accepted, the documents, which name both sides, and all other texts but the title, under a data key of the
     * partner. The title is searched and sorted, so an erasure overwrites it, and the lists of services with it.
     */
    @Bean
    SealedCollection sealedAgreements() {
        return new SealedCollection(
                MongoAgreements.COLLECTION,
                "partnerId",
                MongoAgreements::dataKey,
                Stream.concat(
                                Stream.of(
                                        SealedField.required("notice.reason"),
                                        SealedField.required("receipt.answer"),
                                        SealedField.required("versions.*.firm.name"),
                                        SealedField.required("versions.*.partner.name"),
                                        SealedField.optional("versions.*.document"),
                                        SealedField.optional("versions.*.terms.compensation.disclosure"),
                                        SealedField.optional("versions.*.terms.exclusivity.details")),
                                Stream.of(
                                                "compensation.summary",
                                                "payment.invoicing",
                                                "confidentiality.confidentiality",
                                                "confidentiality.dataProtection",
                                                "disputes.resolution",
                                                "governance.decisions",
                                                "governance.escalation",
                                                "governance.checkIns")
                                        .map(text -> SealedField.required("versions.*.terms." + text)))
                        .toList());
    }
}
