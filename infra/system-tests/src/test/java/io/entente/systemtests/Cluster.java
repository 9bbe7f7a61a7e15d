package io.entente.systemtests;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.servers.ServerProcess;
import io.entente.servers.TopicCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.admin.Admin;

/**
 * The whole system as an installation runs it: broker, store and services are separate processes with their data in files. Each can
 * be killed and started again on the same data and port. Only the mail server is in this JVM.
 */
final class Cluster implements AutoCloseable {

    /** Logs and data of a run. The data must outlive a killed process, so it is in files. */
    static final Path DIRECTORY =
            createDirectory(Path.of("target", "system-tests").toAbsolutePath());

    static final String PARTNER = "partner-service";
    static final String REFERRAL = "referral-service";
    static final String COMMISSION = "commission-service";
    static final String NOTIFICATION = "notification-service";

    /** The lock of tests that affect the four shared services. */
    static final String SERVICES = "the cluster's services";

    /** The lock of tests with their own services, topics and databases. On two cores only one of them runs at a time. */
    static final String OWN_SERVICES = "a test's own services";

    /** Services that tests start repeatedly. */
    private static final Set<String> KILLED_OFTEN = Set.of(REFERRAL, COMMISSION);

    private static final Executor STARTING = task -> new Thread(task, "first-start").start();

    private final Path brokerData;
    private final Path storeData;
    private final GreenMail mail =
            new GreenMail(new ServerSetup(ServiceProcess.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
    private final MongoClient mongo;
    private final Admin admin;
    private ServerProcess broker;
    private ServerProcess store;

    private Cluster(Path data) {
        brokerData = data.resolve("kafka");
        storeData = data.resolve("store.db");
        mail.start();
        broker = ServerProcess.kafka(brokerData, 0);
        store = ServerProcess.store(storeData, 0);
        TopicCatalog.load().createMissing(broker.address(), "", 1);
        mongo = MongoClients.create(store.address() + "/?serverSelectionTimeoutMS=5000");
        admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    /** Starts a broker and a store with empty data, and the named services. */
    static Cluster start(String... services) {
        Cluster cluster = new Cluster(DIRECTORY.resolve("data-" + System.nanoTime()));
        for (String service : services) {
            cluster.add(service, service);
        }
        CompletableFuture.allOf(cluster.services.stream()
                        .map(service -> CompletableFuture.runAsync(() -> startFirst(service), STARTING))
                        .toArray(CompletableFuture[]::new))
                .join();
        return cluster;
    }

    /** Each service does this on its own, because one that has started archives its classes while others still start. */
    private static void startFirst(ServiceProcess service) {
        service.start();
        if (KILLED_OFTEN.contains(service.name())) {
            service.archiveClasses();
        }
    }

    /** Creates another instance of a service on the same data, without starting it. */
    ServiceProcess add(String service, String instance) {
        return add(service, instance, database(service));
    }

    /** Creates another service without starting it. */
    ServiceProcess add(String service, String instance, String database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + broker.address(),
                "--spring.mongodb.uri=" + store.address() + "/" + database,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--entente.messaging.concurrency=2",
                "--entente.limits.rate.enabled=false",
                // A killed consumer's partitions stay assigned until its session ends, which takes 45 s by default.
                "--spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms=3000",
                "--spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms=750",
                // Nobody reads the API's description here, and preparing it takes a twentieth of a start.
                "--springdoc.api-docs.enabled=false",
                "--springdoc.swagger-ui.enabled=false"));
        all.addAll(List.of(arguments));
        ServiceProcess added = new ServiceProcess(service, instance, all);
        services.add(added);
        return added;
    }

    /** Stops an instance that won't be started again. */
    void remove(ServiceProcess service) {
        service.close();
        services.remove(service);
    }

    ServiceProcess service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void killBroker() {
        broker.kill();
    }

    void startBroker() {
        broker = ServerProcess.kafka(brokerData, broker.port());
    }

    void killStore() {
        store.kill();
    }

    void startStore() {
        store = ServerProcess.store(storeData, store.port());
    }

    String brokers() {
        return broker.address();
    }

    Admin admin() {
        return admin;
    }

    MongoClient mongo() {
        return mongo;
    }

    GreenMail mail() {
        return mail;
    }

    /** The name of a service's database, such as {@code commission} for {@code commission-service}. */
    static String database(String service) {
        return service.substring(0, service.indexOf('-'));
    }

    @Override
    public void close() {
        services.forEach(ServiceProcess::kill);
        admin.close(java.time.Duration.ZERO);
        mongo.close();
        broker.kill();
        store.kill();
        mail.stop();
    }

    private static Path createDirectory(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
