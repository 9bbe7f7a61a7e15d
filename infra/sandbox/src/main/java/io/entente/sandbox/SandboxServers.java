package io.entente.sandbox;

import io.entente.sandbox.mail.MailPageServer;
import io.entente.sandbox.mail.MailServer;
import io.entente.sandbox.mail.Mailbag;
import io.entente.servers.KafkaServer;
import io.entente.servers.StoreServer;
import io.entente.servers.TopicCatalog;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The running servers that the services need.
 *
 * @param brokers the bootstrap list of Kafka; the topics of the catalog exist
 * @param store speaks the wire protocol of MongoDB
 * @param smtpPort the port of the mail server on this machine
 */
record SandboxServers(String brokers, StoreServer store, int smtpPort) {

    /** Starts all servers. Each one is registered with {@code shutdown} as soon as it runs. */
    static SandboxServers start(SandboxOptions options, DataDirectory data, Shutdown shutdown) {
        Mailbag mailbag = new Mailbag();
        StoreServer store = shutdown.add(startStore(data.store(), options.port(SandboxPort.STORE)));
        KafkaServer broker = shutdown.add(KafkaServer.start(data.kafka(), options.port(SandboxPort.KAFKA)));
        TopicCatalog.load().createMissing(broker.brokers(), "", 1);
        shutdown.add(MailServer.start(options.port(SandboxPort.SMTP), mailbag));
        shutdown.add(MailPageServer.start(options.port(SandboxPort.MAIL_PAGE), mailbag));
        return new SandboxServers(broker.brokers(), store, options.port(SandboxPort.SMTP));
    }

    private static StoreServer startStore(@Nullable Path file, int port) {
        return file == null ? StoreServer.inMemory(port) : StoreServer.onFile(file, port);
    }
}
