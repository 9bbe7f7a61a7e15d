package io.entente.servers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One topic as {@code topics.yml} describes it, so that it can be created the same way everywhere.
 *
 * @param name the name in production, without a prefix
 * @param partitions at least 1
 * @param minInsyncReplicas what acknowledged writes need where there are several replicas
 * @param config topic settings by Kafka's names
 */
public record Topic(String name, int partitions, int minInsyncReplicas, Map<String, String> config) {

    public Topic {
        if (partitions < 1 || minInsyncReplicas < 1) {
            throw new IllegalArgumentException(
                    "Topic " + name + " needs at least one partition and one in-sync replica");
        }
        config = Map.copyOf(config);
    }

    /** What to ask a broker for. One replica stays spare where there are several, so one broker may be away. */
    NewTopic toCreate(String prefix, short replicas) {
        Map<String, String> settings = new HashMap<>(config);
        settings.put("min.insync.replicas", Integer.toString(Math.min(minInsyncReplicas, Math.max(1, replicas - 1))));
        return new NewTopic(prefix + name, Optional.of(partitions), Optional.of(replicas)).configs(settings);
    }
}
