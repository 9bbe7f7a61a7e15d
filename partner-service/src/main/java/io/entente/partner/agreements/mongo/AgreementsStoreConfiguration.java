package io.entente.partner.agreements.mongo;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.ListedAgreement;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.stream.IntStream;
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

    /** The names of those who accepted, and the documents, which name both sides, under a data key of the partner. */
    @Bean
    SealedCollection sealedAgreements() {
        return new SealedCollection(
                MongoAgreements.COLLECTION,
                "partnerId",
                MongoAgreements::dataKey,
                IntStream.rangeClosed(1, Agreement.MAX_VERSIONS)
                        .mapToObj(AgreementDocument::key)
                        .flatMap(key -> Stream.of(
                                SealedField.required("versions." + key + ".firm.name"),
                                SealedField.required("versions." + key + ".partner.name"),
                                SealedField.optional("versions." + key + ".document")))
                        .toList());
    }
}
