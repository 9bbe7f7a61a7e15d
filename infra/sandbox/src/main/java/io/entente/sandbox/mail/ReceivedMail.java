package io.entente.sandbox.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that the mail server received, decoded for reading.
 *
 * @param number counts the mails since the start, from 1
 * @param from the decoded header
 * @param to the decoded header
 * @param date when the mail was received
 * @param messageId the header; empty if there is none
 * @param headers all headers, decoded and in order
 * @param body the plain text or, if there is none, the HTML source; very long texts are cut
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
