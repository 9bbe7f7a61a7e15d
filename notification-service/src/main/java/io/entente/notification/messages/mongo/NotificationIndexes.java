package io.entente.notification.messages.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/**
 * Creates the indexes of the collection when the service starts: one for each kind of inbox, one for what concerns the referrals of a member,
 * one for the messages about a referral, one for those about a partner, three for lists of all partners' notifications, one for mails that are
 * due, one for the mails of a team's notification, and one for mails to people outside the program. The last three are sparse, so they contain
 * only such mails.
 */
@Configuration(proxyBeanMethods = false)
class NotificationIndexes {

    @Bean
    OutboxCollection notificationOutbox() {
        return new OutboxCollection(MongoNotifications.COLLECTION);
    }

    @Bean
    ApplicationRunner notificationCollectionIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoNotifications.COLLECTION);
            indexes.createIndex(byTime(InboxQuery.PARTNER).named("inbox"));
            indexes.createIndex(byTime(InboxQuery.AUTHOR).named("own_inbox").sparse());
            indexes.createIndex(new Index(MongoNotifications.REFERRAL, Sort.Direction.ASC)
                    .named("about_referral")
                    .sparse());
            indexes.createIndex(new Index(MongoNotifications.ABOUT, Sort.Direction.ASC)
                    .named("about_partner")
                    .sparse());
            indexes.createIndex(byTime(InboxQuery.TEAM).named("team_inbox"));
            indexes.createIndex(byTime(InboxQuery.MAIL).named("mail_state").sparse());
            indexes.createIndex(byTime(InboxQuery.EVENT_TYPE).named("event_type"));
            indexes.createIndex(new Index(InboxQuery.CREATED_AT, Sort.Direction.DESC)
                    .on("_id", Sort.Direction.DESC)
                    .named("newest"));
            indexes.createIndex(new Index(MongoNotifications.COPY_OF, Sort.Direction.ASC)
                    .named("team_mails")
                    .sparse());
            indexes.createIndex(new Index(MongoNotifications.OUTSIDE_ABOUT, Sort.Direction.ASC)
                    .named("outside_mails")
                    .sparse());
            indexes.createIndex(new Index(MongoOutgoing.NEXT_ATTEMPT, Sort.Direction.ASC)
                    .named("mail_due")
                    .sparse());
        };
    }

    private static Index byTime(String field) {
        return new Index(field, Sort.Direction.ASC)
                .on(InboxQuery.CREATED_AT, Sort.Direction.DESC)
                .on("_id", Sort.Direction.DESC);
    }
}
