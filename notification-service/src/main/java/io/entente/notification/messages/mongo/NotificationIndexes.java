package io.entente.notification.messages.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/**
 * Creates the indexes of the collection when the service starts: one for each kind of inbox, one for mails that are due, and
 * one for the mails of a team's notification. The last two are sparse, so they contain only mails that wait and mails to teams.
 */
@Configuration(proxyBeanMethods = false)
class NotificationIndexes {

    @Bean
    ApplicationRunner notificationCollectionIndexes(MongoOperations mongo) {
        return arguments -> {
            mongo.indexOps(MongoNotifications.COLLECTION)
                    .createIndex(inboxOf("partnerId").named("inbox"));
            mongo.indexOps(MongoNotifications.COLLECTION)
                    .createIndex(inboxOf("team").named("team_inbox"));
            mongo.indexOps(MongoNotifications.COLLECTION)
                    .createIndex(new Index(MongoNotifications.COPY_OF, Sort.Direction.ASC)
                            .named("team_mails")
                            .sparse());
            mongo.indexOps(MongoNotifications.COLLECTION)
                    .createIndex(new Index(MongoOutgoing.NEXT_ATTEMPT, Sort.Direction.ASC)
                            .named("mail_due")
                            .sparse());
        };
    }

    private static Index inboxOf(String owner) {
        return new Index(owner, Sort.Direction.ASC)
                .on("createdAt", Sort.Direction.DESC)
                .on("_id", Sort.Direction.DESC);
    }
}
