package io.entente.notification.messages.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The collection's indexes, made at start: the inbox, and what is due. The latter is sparse: it holds only what waits. */
@Configuration(proxyBeanMethods = false)
class NotificationIndexes {

    @Bean
    ApplicationRunner notificationCollectionIndexes(MongoOperations mongo) {
        return arguments -> {
            mongo.indexOps(MongoNotifications.COLLECTION)
                    .createIndex(new Index("partnerId", Sort.Direction.ASC)
                            .on("createdAt", Sort.Direction.DESC)
                            .on("_id", Sort.Direction.DESC)
                            .named("inbox"));
            mongo.indexOps(MongoNotifications.COLLECTION)
                    .createIndex(new Index(MongoOutgoing.NEXT_ATTEMPT, Sort.Direction.ASC)
                            .named("mail_due")
                            .sparse());
        };
    }
}
