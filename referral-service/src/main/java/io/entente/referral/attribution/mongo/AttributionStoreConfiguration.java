package io.entente.referral.attribution.mongo;

import io.entente.platform.runtime.lease.mongo.MongoLeases;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.referral.attribution.AttributionSettings;
import io.entente.referral.attribution.PendingClaimChanges;
import io.entente.referral.attribution.checks.ListedCheck;
import io.entente.referral.attribution.conflicts.ListedConflict;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import tools.jackson.databind.ObjectMapper;

/** Creates the indexes of the collections and stores the program's first policy. */
@Configuration(proxyBeanMethods = false)
class AttributionStoreConfiguration {

    private static final Duration REMOVAL_INTERVAL = Duration.ofMillis(500);

    @Bean
    ApplicationRunner attributionIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexedList.createIndexes(mongo, MongoConflictCases.COLLECTION, ListedConflict.ORDERS);
            mongo.indexOps(MongoPendingClaimChanges.COLLECTION).createIndex(MongoLeases.index());
        };
    }

    /** Conflicts of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton conflictsInTheList(MongoOperations mongo) {
        ListEntries<CaseDocument> entries = new ListEntries<>(
                mongo,
                MongoConflictCases.COLLECTION,
                CaseDocument.class,
                conflict -> new Document("_id", conflict.id()).append("version", conflict.version()),
                conflict -> ListedConflict.of(conflict.toCase()));
        return () -> entries.complete(ListedConflict.FORM);
    }

    @Bean
    ApplicationRunner clientCheckIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoClientChecks.COLLECTION);
            IndexedList.createIndexes(mongo, MongoClientChecks.COLLECTION, ListedCheck.ORDERS);
            indexes.createIndex(new Index(MongoClientChecks.PARTNER_ID, Sort.Direction.ASC)
                    .on(MongoClientChecks.HELD_UNTIL, Sort.Direction.ASC));
            indexes.createIndex(new Index(MongoClientChecks.PARTNER_ID, Sort.Direction.ASC)
                    .on(MongoClientChecks.CLIENT_KEY, Sort.Direction.ASC)
                    .on(MongoClientChecks.HELD_UNTIL, Sort.Direction.ASC));
            indexes.createIndex(new Index(MongoClientChecks.TO_RELEASE, Sort.Direction.ASC).sparse());
        };
    }

    /** Questions of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton checksInTheList(MongoOperations mongo) {
        ListEntries<MongoClientChecks.CheckDocument> entries = new ListEntries<>(
                mongo,
                MongoClientChecks.COLLECTION,
                MongoClientChecks.CheckDocument.class,
                check -> new Document("_id", check.id()),
                check -> ListedCheck.of(check.toCheck()));
        return () -> entries.complete(ListedCheck.FORM);
    }

    @Bean
    ApplicationRunner earlierClaimChanges(MongoOperations mongo, AttributionSettings settings) {
        EarlierClaimChanges earlier = new EarlierClaimChanges(mongo, settings.grace());
        return arguments -> earlier.takeOver();
    }

    @Bean
    Sweep finishedClaimChanges(Sweeps sweeps, PendingClaimChanges changes) {
        return sweeps.every(REMOVAL_INTERVAL, "finished-claim-changes", changes::removeFinished);
    }

    @Bean
    SmartInitializingSingleton claimsInCurrentForm(ClaimForms forms) {
        return forms::update;
    }

    /**
     * The program's first policy is a file that an installation can replace ({@code entente.referral.first-attribution-policy}).
     * It is stored before the first request arrives.
     */
    @Bean
    SmartInitializingSingleton firstAttributionPolicy(
            MongoAttributionPolicies policies,
            ObjectMapper json,
            @Value("${entente.referral.first-attribution-policy:classpath:policy/attribution.json}")
                    Resource firstPolicy) {
        return () -> policies.open(read(firstPolicy, json));
    }

    private static PolicyDocument.Content read(Resource policy, ObjectMapper json) {
        try (InputStream file = policy.getInputStream()) {
            return json.readValue(file, PolicyDocument.Content.class);
        } catch (IOException e) {
            throw new IllegalStateException("Could not read the first attribution policy from " + policy, e);
        }
    }
}
