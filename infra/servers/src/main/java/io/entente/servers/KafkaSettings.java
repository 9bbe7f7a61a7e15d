package io.entente.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a broker on one machine: little memory, a quick start, and topics created as strictly as in production. */
final class KafkaSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    static final String HOST = "127.0.0.1";

    private static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;
    private static final int INTERNAL_TOPIC_PARTITIONS = 6;
    private static final int MIN_SESSION_MILLIS = 1_000;

    private KafkaSettings() {}

    static Map<String, Object> of(Path dir, int port, int controllerPort) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("node.id", NODE);
        settings.put("process.roles", "broker,controller");
        settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners",
                "PLAINTEXT://" + HOST + ":" + port + "," + CONTROLLER + "://" + HOST + ":" + controllerPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("log.dirs", dir.toString());
        settings.put("auto.create.topics.enable", false);
        settings.put("message.max.bytes", MAX_RECORD_BYTES);
        settings.put("group.initial.rebalance.delay.ms", 0);
        // Lets a test that kills consumers use a short session timeout. The default is still 45 s.
        settings.put("group.min.session.timeout.ms", MIN_SESSION_MILLIS);
        singleReplica(settings);
        smallFootprint(settings);
        // Kafka expects a short for some of these and refuses an int, but it parses text.
        settings.replaceAll((name, value) -> value.toString());
        return settings;
    }

    private static void singleReplica(Map<String, Object> settings) {
        settings.put("offsets.topic.num.partitions", INTERNAL_TOPIC_PARTITIONS);
        settings.put("offsets.topic.replication.factor", 1);
        settings.put("transaction.state.log.num.partitions", INTERNAL_TOPIC_PARTITIONS);
        settings.put("transaction.state.log.replication.factor", 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("share.coordinator.state.topic.num.partitions", INTERNAL_TOPIC_PARTITIONS);
        settings.put("share.coordinator.state.topic.replication.factor", 1);
        settings.put("share.coordinator.state.topic.min.isr", 1);
    }

    private static void smallFootprint(Map<String, Object> settings) {
        settings.put("num.network.threads", 2);
        settings.put("num.io.threads", 4);
        settings.put("background.threads", 2);
        settings.put("num.recovery.threads.per.data.dir", 2);
        settings.put("log.cleaner.dedupe.buffer.size", MAX_RECORD_BYTES);
        settings.put("log.index.size.max.bytes", 1024 * 1024);
        // A killed broker may register again only after its previous session has timed out. The default is 9 s.
        settings.put("broker.session.timeout.ms", 4_000);
        settings.put("broker.heartbeat.interval.ms", 1_000);
        // With the default of 500 ms, an idle sandbox would write to its metadata log twice a second.
        settings.put("metadata.max.idle.interval.ms", 5_000);
    }
}
