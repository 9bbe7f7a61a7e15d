package io.entente.platform.erasures.web;

import io.entente.platform.erasures.DecideErasures;
import io.entente.platform.erasures.Erasable;
import io.entente.platform.erasures.Erasures;
import io.entente.platform.erasures.mongo.MongoErasures;
import io.entente.platform.web.keys.KeysConfiguration;
import io.entente.platform.web.keys.UsedKeys;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Gives a service that says what it can erase the requests for it. */
@AutoConfiguration(after = KeysConfiguration.class)
@ConditionalOnBean(Erasable.class)
public class ErasuresConfiguration {

    @Bean
    Erasures erasures(MongoOperations mongo) {
        return new MongoErasures(mongo);
    }

    @Bean
    ErasureController erasureController(Erasures erasures, Erasable erasable, UsedKeys keys, Clock clock) {
        return new ErasureController(new DecideErasures(erasures, erasable, clock), erasures, keys);
    }
}
