package io.entente.servers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as {@code topics.yml} describes it, so that it is created in the same way everywhere.
 *
 * @param name the name in production, without a prefix
 * @param partitions at least 1
 * @param minInsyncReplicas the replicas that an acknowledged write needs if there are several replicas
 * @param config the topic's settings by the names that Kafka gives them
 */
public record Topic(String name, int partitions, int minInsyncReplicas, Map<String, String> config) {

    public Topic {
        if (partitions < 1 || minInsyncReplicas < 1) {
            throw new IllegalArgumentException(
                    "Topic " + name + " needs at least one partition and one in-sync replica");
        }
        config = Map.copyOf(config);
    }

    /** The topic to create. If there are several replicas, a write needs at least one fewer, so one broker may be away. */
    NewTopic toCreate(String prefix, short replicas) {
        Map<String, String> settings = new HashMap<>(config);
        settings.put("min.insync.replicas", Integer.toString(Math.min(minInsyncReplicas, Math.max(1, replicas - 1))));
        return new NewTopic(prefix + name, Optional.of(partitions), Optional.of(replicas)).configs(settings);
    }
}
