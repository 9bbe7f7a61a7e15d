package io.entente.partner.scorecards.mongo;

import io.entente.partner.scorecards.ListedScorecard;
import io.entente.platform.runtime.lists.IndexedList;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Creates the indexes of the list of scorecards. */
@Configuration(proxyBeanMethods = false)
class ScorecardsStoreConfiguration {

    @Bean
    ApplicationRunner scorecardIndexes(MongoOperations mongo) {
        return arguments -> IndexedList.createIndexes(mongo, MongoScorecards.COLLECTION, ListedScorecard.ORDERS);
    }
}
