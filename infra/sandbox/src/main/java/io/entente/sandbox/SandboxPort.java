package io.entente.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * A TCP port that the sandbox listens on.
 *
 * @param option the command line's name for it, without the dashes
 * @param standard where it is unless the option says otherwise; beside Kafka's and MongoDB's usual ports, so that the sandbox
 *     runs where those are installed
 * @param wantedBy who listens there
 */
record SandboxPort(String option, int standard, String wantedBy) {

    static final SandboxPort KAFKA = new SandboxPort("kafka-port", 19092, "the Kafka broker");
    static final SandboxPort STORE = new SandboxPort("store-port", 27018, "the store");
    static final SandboxPort SMTP = new SandboxPort("smtp-port", 3025, "the mail server");
    static final SandboxPort MAIL_PAGE = new SandboxPort("mail-page-port", 8025, "the mail page");

    /** Every port, in the order in which they are told about. */
    static List<SandboxPort> all() {
        return Stream.concat(
                        SandboxService.ALL.stream().map(SandboxService::port), Stream.of(MAIL_PAGE, SMTP, KAFKA, STORE))
                .toList();
    }
}
