package io.entente.servers;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts a broker and a replica set of one member in containers, for {@code -Dinfra=containers}. They end with this JVM. */
final class ContainerServers {

    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.2.1");
    private static final DockerImageName MONGODB = DockerImageName.parse("mongo:8.0");

    static final String NO_ENGINE =
            "-Dinfra=containers needs a container engine, and none answers; start Docker, or omit the property.";

    private ContainerServers() {}

    static String startKafka() {
        requireEngine(DockerClientFactory.instance().isDockerAvailable());
        KafkaContainer kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    static String startMongo() {
        requireEngine(DockerClientFactory.instance().isDockerAvailable());
        MongoDBContainer mongo = new MongoDBContainer(MONGODB).withReplicaSet();
        mongo.start();
        return mongo.getReplicaSetUrl();
    }

    static void requireEngine(boolean available) {
        if (!available) {
            throw new IllegalStateException(NO_ENGINE);
        }
    }
}
