package io.entente.platform.security.members.web;

import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.security.members.TenantMembers;
import io.entente.platform.security.members.mongo.MongoMembers;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** Gives a service that subscribes to {@code partner.members} a copy of it (docs/adr/0035-members-of-partners.md). */
@AutoConfiguration
@ConditionalOnProperty("spring.cloud.stream.bindings.partnerMembers-in-0.destination")
public class MembersConfiguration {

    @Bean
    MongoMembers storedMembers(MongoOperations mongo, Clock clock) {
        return new MongoMembers(mongo, clock);
    }

    @Bean
    SmartInitializingSingleton membersIndexes(MongoMembers members) {
        return members::createIndexes;
    }

    /** A tombstone changes nothing: nobody acts for a tenant whose members were removed. */
    @Bean
    Consumer<Message<byte[]>> partnerMembers(EventConsumers consumers, MongoMembers stored, MembersInForce inForce) {
        return consumers
                .named("partnerMembers")
                .on("partner.members.v1", MembersPublished.class, (published, envelope) -> {
                    TenantMembers members = published.toMembers();
                    boolean isNew = stored.keep(members);
                    inForce.learn(members);
                    return isNew ? Handled.APPLIED : Handled.DUPLICATE;
                })
                .onTombstone(partnerId -> Handled.DUPLICATE);
    }
}
