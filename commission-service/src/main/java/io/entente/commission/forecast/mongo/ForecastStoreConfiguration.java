package io.entente.commission.forecast.mongo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the indexes of the forecast's view of referrals. */
@Configuration(proxyBeanMethods = false)
class ForecastStoreConfiguration {

    @Bean
    SmartInitializingSingleton forecastReferralsIndexes(MongoOperations mongo) {
        return () -> {
            mongo.indexOps(MongoTrackedReferrals.COLLECTION)
                    .createIndex(new Index(MongoTrackedReferrals.OPEN_OF, Sort.Direction.ASC)
                            .on("_id", Sort.Direction.ASC)
                            .named("open"));
            mongo.indexOps(MongoTrackedReferrals.COLLECTION)
                    .createIndex(new Index(MongoTrackedReferrals.SUBMITTED_ON, Sort.Direction.ASC).named("submitted"));
        };
    }
}
