package io.entente.platform.runtime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The messaging settings that all services share ({@code entente.messaging.*}).
 *
 * @param topicPrefix precedes the name of each topic, for installations that share a broker
 * @param maxDataSize an event with more data is parked
 * @param otherTopicPatience how long an event waits for data from another topic before it is parked
 * @param maxRequestSize a JSON request body that is larger is refused with 413
 */
@ConfigurationProperties("entente.messaging")
public record MessagingProperties(
        @DefaultValue("") String topicPrefix,
        @DefaultValue("256KB") DataSize maxDataSize,
        @DefaultValue("30s") Duration otherTopicPatience,
        @DefaultValue("256KB") DataSize maxRequestSize) {}
