package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicCatalogTest {

    private final TopicCatalog catalog = TopicCatalog.load();

    @Test
    void the_file_names_every_topic_of_the_system() {
        assertThat(catalog.topics())
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "partner.events",
                        "partner.profiles",
                        "partner.members",
                        "referral.events",
                        "commission.events",
                        "notification.events");
    }

    @Test
    void history_never_expires() {
        assertThat(catalog.topics())
                .filteredOn(topic -> topic.name().endsWith(".events"))
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry("cleanup.policy", "delete")
                        .containsEntry("retention.ms", "-1"));
    }

    @Test
    void three_replicas_need_two_in_sync_and_one_needs_itself() {
        Topic topic = catalog.topics().get(0);

        NewTopic three = topic.toCreate("it-", (short) 3);
        assertThat(three.name()).isEqualTo("it-" + topic.name());
        assertThat(three.configs()).containsEntry("min.insync.replicas", "2");
        assertThat(topic.toCreate("", (short) 1).configs()).containsEntry("min.insync.replicas", "1");
    }
}
