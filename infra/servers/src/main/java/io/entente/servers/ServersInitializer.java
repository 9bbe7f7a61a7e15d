package io.entente.servers;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Points a Spring test context at {@link TestServers}, with a database and topics of its own:
 * {@code @ContextConfiguration(initializers = ServersInitializer.class)}. Its properties come before all others.
 */
public final class ServersInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServers.Isolated own = TestServers.isolated();
        Map<String, Object> properties = Map.of(
                "spring.mongodb.uri", own.mongoUri(),
                "spring.kafka.bootstrap-servers", TestServers.kafkaBrokers(),
                "spring.cloud.stream.kafka.binder.brokers", TestServers.kafkaBrokers(),
                "entente.messaging.topic-prefix", own.topicPrefix());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("entente-servers", properties));
    }
}
