package io.entente.servers;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Where this JVM's integration tests find a broker and a store, so that the same tests run against any of them: the ones
 * that {@code ENTENTE_KAFKA_BROKERS} and {@code ENTENTE_MONGODB_URI} name (each for itself), else containers under
 * {@code -Dinfra=containers}, else servers in this JVM, which are started when first asked for and end with it.
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

    /** The connection string for a database of the store; it exists once something is written to it. */
    public static String mongoUri(String database) {
        return ServerAddress.withDatabase(STORE.get(), database);
    }

    /** The bootstrap list of the broker. It has no topics but those that somebody created. */
    public static String kafkaBrokers() {
        return BROKER.get();
    }

    /** A database name nobody uses and a set of topics nobody else reads; for tests that share servers with others. */
    public static Isolated isolated() {
        String id = new BigInteger(NAME_BITS, RANDOM).toString(BASE_36);
        String topicPrefix = "it-" + id + "-";
        TopicCatalog.load().createMissing(kafkaBrokers(), topicPrefix, 1);
        return new Isolated("it_" + id, topicPrefix);
    }

    /**
     * One test context's own part of the servers.
     *
     * @param database for {@link #mongoUri(String)}
     * @param topicPrefix before the name of each topic of {@link TopicCatalog}; the topics exist
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
