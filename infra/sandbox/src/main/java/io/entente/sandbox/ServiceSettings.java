package io.entente.sandbox;

import java.util.List;

/**
 * The command-line arguments of each service. Arguments take precedence over the environment, where a setting for one service
 * would affect all four.
 *
 * @param issuer who signs the tokens that the services accept
 */
record ServiceSettings(SandboxOptions options, DataDirectory data, SandboxServers servers, String issuer) {

    String[] of(SandboxService service) {
        return List.of(
                        "--server.port=" + options.port(service.port()),
                        // Everybody on this machine gets a token from the identity server, so only this machine is
                        // served.
                        "--server.address=127.0.0.1",
                        "--server.tomcat.basedir=" + data.work(service.serviceName()),
                        // Has an effect on Java 21 and later.
                        "--spring.threads.virtual.enabled=true",
                        "--spring.lifecycle.timeout-per-shutdown-phase=4s",
                        "--spring.mongodb.uri=" + servers.store().uri(service.database()),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        "--spring.kafka.bootstrap-servers=" + servers.brokers(),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + servers.smtpPort(),
                        // All services share one small machine, and each further consumer has threads and buffers of
                        // its own.
                        "--entente.messaging.concurrency=1",
                        // The broker of the sandbox asks no client for metrics.
                        "--spring.kafka.properties.enable.metrics.push=false",
                        // The demo sends its whole program at once.
                        "--entente.limits.rate.burst=50000",
                        "--entente.audit.journal="
                                + data.work(service.serviceName()).resolve("audit"),
                        "--entente.secrets.keyset-file=" + data.keyset(service.serviceName()),
                        "--entente.secrets.messages-keyset-file=" + data.keyset("messages"),
                        "--entente.secrets.create-keyset-file=true",
                        "--entente.referral.disputes.key-store=" + data.signingKey(),
                        "--entente.referral.disputes.key-store-password=sandbox",
                        "--entente.referral.disputes.create-key-store=true",
                        // After a kill, the broker reassigns the partitions of the dead members after this time.
                        "--spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms=10000",
                        "--spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms=2500")
                .toArray(String[]::new);
    }
}
