package io.entente.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * A TCP port that the sandbox listens on.
 *
 * @param option the name of the option, without the dashes
 * @param standard the default; it differs from the usual ports of Kafka and MongoDB, so the sandbox can run beside them
 * @param user the server that listens on the port
 */
record SandboxPort(String option, int standard, String user) {

    static final SandboxPort KAFKA = new SandboxPort("kafka-port", 19092, "the Kafka broker");
    static final SandboxPort STORE = new SandboxPort("store-port", 27018, "the store");
    static final SandboxPort SMTP = new SandboxPort("smtp-port", 3025, "the mail server");
    static final SandboxPort MAIL_PAGE = new SandboxPort("mail-page-port", 8025, "the mail page");
    static final SandboxPort IDENTITY = new SandboxPort("identity-port", 8090, "the identity server");

    /** All ports, in the order in which the sandbox lists them. */
    static List<SandboxPort> all() {
        return Stream.concat(
                        SandboxService.ALL.stream().map(SandboxService::port),
                        Stream.of(MAIL_PAGE, SMTP, KAFKA, STORE, IDENTITY))
                .toList();
    }
}
