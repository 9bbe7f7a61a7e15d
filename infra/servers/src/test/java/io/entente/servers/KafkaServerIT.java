package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    @TempDir
    Path dir;

    @Test
    void records_come_back_in_the_order_of_their_key() {
        try (KafkaServer server = KafkaServer.start(dir, 0)) {
            TopicCatalog.load().createMissing(server.brokers(), "", 1);

            Records.send(server.brokers(), "referral.events", "p-1", List.of("a", "b", "c"));

            assertThat(Records.read(server.brokers(), "referral.events", 3)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void topics_and_records_are_there_after_a_restart() {
        try (KafkaServer server = KafkaServer.start(dir, 0)) {
            TopicCatalog.load().createMissing(server.brokers(), "", 1);
            Records.send(server.brokers(), "partner.events", "p-1", List.of("before"));
        }
        try (KafkaServer server = KafkaServer.start(dir, 0)) {
            Records.send(server.brokers(), "partner.events", "p-1", List.of("after"));

            assertThat(Records.read(server.brokers(), "partner.events", 2)).containsExactly("before", "after");
        }
    }

    @Test
    void topics_are_created_as_the_file_says_and_only_those() throws Exception {
        try (KafkaServer server = KafkaServer.start(dir, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", server.brokers()))) {
            TopicCatalog.load().createMissing(server.brokers(), "it-", 1);
            TopicCatalog.load().createMissing(server.brokers(), "it-", 1);

            Set<String> names = admin.listTopics().names().get();
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "it-partner.events",
                            "it-partner.profiles",
                            "it-partner.members",
                            "it-referral.events",
                            "it-commission.events",
                            "it-notification.events");
            admin.describeTopics(names).allTopicNames().get().values().forEach(topic -> assertThat(topic.partitions())
                    .hasSize(6));
            assertThat(setting(admin, "it-partner.profiles", "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, "it-referral.events", "retention.ms")).isEqualTo("-1");
            assertThat(setting(admin, "it-referral.events", "min.insync.replicas"))
                    .isEqualTo("1");
        }
    }

    @Test
    void a_topic_nobody_created_is_refused() {
        try (KafkaServer server = KafkaServer.start(dir, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", server.brokers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("typo"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }
}
