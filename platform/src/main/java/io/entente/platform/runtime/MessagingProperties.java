package io.entente.platform.runtime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What every service can be told about its messaging.
 *
 * @param topicPrefix put before each topic's name, where installations share a broker
 * @param maxDataSize an event with more data is parked
 * @param otherTopicPatience how long an event waits for what another topic must bring, before it is parked
 * @param maxRequestSize a JSON request body with more is refused (413)
 */
@ConfigurationProperties("entente.messaging")
public record MessagingProperties(
        @DefaultValue("") String topicPrefix,
        @DefaultValue("256KB") DataSize maxDataSize,
        @DefaultValue("30s") Duration otherTopicPatience,
        @DefaultValue("256KB") DataSize maxRequestSize) {}
