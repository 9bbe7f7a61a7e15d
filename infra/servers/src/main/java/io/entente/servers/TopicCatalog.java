package io.entente.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The topics of {@code infra/kafka/topics.yml}. The sandbox and tests use it to create missing topics. In production an operator
 * creates the topics; see the README beside the file.
 */
public final class TopicCatalog {

    private static final String FILE = "/entente/kafka/topics.yml";
    private static final Duration CREATION_TIMEOUT = Duration.ofSeconds(30);

    private final List<Topic> topics;

    private TopicCatalog(List<Topic> topics) {
        this.topics = topics;
    }

    /** Reads the file from the class path. */
    public static TopicCatalog load() {
        try (InputStream file = TopicCatalog.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("No " + FILE + " on the class path");
            }
            return parse(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Topic> topics() {
        return topics;
    }

    /**
     * Creates the topics that don't exist yet. Topics that exist stay unchanged.
     *
     * @param brokers a Kafka bootstrap list
     * @param prefix precedes the name of each topic; may be empty
     * @param replicas the number of copies of each partition; at most the number of brokers
     * @throws IllegalStateException if the broker refuses, or doesn't answer within 30 s
     */
    public void createMissing(String brokers, String prefix, int replicas) {
        createMissing(Map.of("bootstrap.servers", brokers), prefix, replicas);
    }

    /**
     * Creates the topics that don't exist yet, as a client with these settings.
     *
     * @see #createMissing(String, String, int)
     */
    public void createMissing(Map<String, Object> client, String prefix, int replicas) {
        Object brokers = client.get("bootstrap.servers");
        try (Admin admin = Admin.create(client)) {
            Set<String> existing = admin.listTopics().names().get(CREATION_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing = topics.stream()
                    .map(topic -> topic.toCreate(prefix, (short) replicas))
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(CREATION_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Another process has created the topics meanwhile, which is the wanted result.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The broker at " + brokers + " refused to create the topics", e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("No answer from the broker at " + brokers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    private static TopicCatalog parse(Map<String, Map<String, Object>> file) {
        int minInsync = (Integer) required(required(file, "production"), "min-insync-replicas");
        return new TopicCatalog(required(file, "topics").entrySet().stream()
                .map(entry -> topic(entry.getKey(), (Map<?, ?>) entry.getValue(), minInsync))
                .toList());
    }

    private static Topic topic(String name, Map<?, ?> description, int minInsync) {
        @SuppressWarnings("unchecked")
        Map<String, String> config = (Map<String, String>) required(description, "config");
        return new Topic(name, (Integer) required(description, "partitions"), minInsync, config);
    }

    private static <V> V required(Map<?, V> section, String key) {
        V value = section.get(key);
        if (value == null) {
            throw new IllegalStateException("topics.yml lacks '" + key + "'");
        }
        return value;
    }
}
