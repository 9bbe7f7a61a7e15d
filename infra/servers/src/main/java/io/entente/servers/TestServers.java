package io.entente.servers;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Provides a broker and a store for the integration tests of this JVM, so that the same tests run against different servers.
 * {@code ENTENTE_KAFKA_BROKERS} and {@code ENTENTE_MONGODB_URI} each name a running server. A server that is not named runs in a
 * container with {@code -Dinfra=containers}, and otherwise in this JVM. It is started when it is first needed and ends with the
 * JVM.
 */
public final class TestServers {

    private static final ServerAddress BROKER =
            new ServerAddress("ENTENTE_KAFKA_BROKERS", () -> ContainerServers.startKafka(), LocalServers::startKafka);
    private static final ServerAddress STORE =
            new ServerAddress("ENTENTE_MONGODB_URI", () -> ContainerServers.startMongo(), LocalServers::startMongo);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BITS = 40;
    private static final int BASE_36 = 36;

    private TestServers() {}

    /** The connection string for a database of the store. The database is created by the first write. */
    public static String mongoUri(String database) {
        return ServerAddress.withDatabase(STORE.get(), database);
    }

    /** The bootstrap list of the broker. The broker doesn't create topics automatically. */
    public static String kafkaBrokers() {
        return BROKER.get();
    }

    /** Creates topics and chooses a database name that no other test uses, because tests share the servers. */
    public static Isolated isolated() {
        String id = new BigInteger(NAME_BITS, RANDOM).toString(BASE_36);
        String topicPrefix = "it-" + id + "-";
        TopicCatalog.load().createMissing(kafkaBrokers(), topicPrefix, 1);
        return new Isolated("it_" + id, topicPrefix);
    }

    /**
     * The part of the servers that belongs to one test context.
     *
     * @param database the name for {@link #mongoUri(String)}
     * @param topicPrefix precedes the name of each topic of {@link TopicCatalog}; the topics exist
     */
    public record Isolated(String database, String topicPrefix) {

        public String mongoUri() {
            return TestServers.mongoUri(database);
        }

        public String topic(String name) {
            return topicPrefix + name;
        }
    }
}
