package io.entente.sandbox.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail as the mail server was given it, decoded for reading.
 *
 * @param number counts mails since the start, from 1
 * @param from the header, decoded
 * @param to the header, decoded
 * @param date when it was received
 * @param messageId the header; empty where there is none
 * @param headers all of them, decoded, in their order
 * @param body the plain text part, else the HTML source; cut where it is very long
 */
record ReceivedMail(
        long number,
        String subject,
        String from,
        String to,
        Instant date,
        String messageId,
        List<Header> headers,
        String body) {

    record Header(String name, String value) {}

    ReceivedMail {
        headers = List.copyOf(headers);
    }
}
