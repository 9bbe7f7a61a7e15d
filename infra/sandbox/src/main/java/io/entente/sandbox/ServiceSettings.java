package io.entente.sandbox;

import java.util.List;

/**
 * What each service is told at its start, as command-line arguments: they win over the environment, where a setting meant
 * for one service would reach all four.
 */
record ServiceSettings(SandboxOptions options, DataDirectory data, SandboxServers servers) {

    String[] of(SandboxService service) {
        return List.of(
                        "--server.port=" + options.port(service.port()),
                        // Nobody is asked who they are here, so only this machine gets in.
                        "--server.address=127.0.0.1",
                        "--server.tomcat.basedir=" + data.work(service.serviceName()),
                        // Taken up from Java 21 on.
                        "--spring.threads.virtual.enabled=true",
                        "--spring.lifecycle.timeout-per-shutdown-phase=4s",
                        "--spring.mongodb.uri=" + servers.store().uri(service.database()),
                        "--spring.kafka.bootstrap-servers=" + servers.brokers(),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + servers.smtpPort(),
                        "--entente.messaging.concurrency=2",
                        // After a kill the broker waits for the members that died before it gives their work to new
                        // ones.
                        "--spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms=10000",
                        "--spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms=2500")
                .toArray(String[]::new);
    }
}
