package io.entente.platform.web.keys;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.json.JsonMapper;

/** Configures the store of idempotency keys. */
@AutoConfiguration
public class KeysConfiguration {

    @Bean
    UsedKeys usedKeys(MongoOperations mongo, JsonMapper json) {
        return new UsedKeys(mongo, json);
    }
}
