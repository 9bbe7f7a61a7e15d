package io.entente.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The settings of a broker on one machine: little memory, a quick start, and topics created as strictly as in production. */
final class KafkaSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    static final String HOST = "127.0.0.1";
    static final String ADMIN = "admin";

    private static final String SIGNED_IN = "CLIENTS";
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

    /** Makes clients sign in. The controller, whose listener only this broker uses, does not need to. */
    static void secure(Map<String, Object> settings, Map<String, String> passwords) {
        String listeners = Objects.requireNonNull(settings.get("listeners")).toString();
        settings.put("listeners", listeners.replace("PLAINTEXT://", SIGNED_IN + "://"));
        settings.put("listener.security.protocol.map", SIGNED_IN + ":SASL_PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", SIGNED_IN);
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        StringBuilder users = new StringBuilder("org.apache.kafka.common.security.plain.PlainLoginModule required");
        users.append(" username=\"%s\" password=\"%s\"".formatted(ADMIN, passwords.get(ADMIN)));
        passwords.forEach((user, password) -> users.append(" user_%s=\"%s\"".formatted(user, password)));
        settings.put(
                "listener.name.clients.plain.sasl.jaas.config",
                users.append(';').toString());
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        // The broker itself comes to the controller's listener, which nobody else reaches.
        settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
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
