package io.entente.sandbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/** Decodes a MIME message for reading. */
final class MailReader {

    private static final int MAX_BODY_CHARACTERS = 100_000;

    private MailReader() {}

    static ReceivedMail read(long number, MimeMessage message, Instant receivedAt) {
        try {
            return new ReceivedMail(
                    number,
                    header(message, "Subject"),
                    header(message, "From"),
                    header(message, "To"),
                    receivedAt,
                    header(message, "Message-ID"),
                    Collections.list(message.getAllHeaders()).stream()
                            .map(header -> new ReceivedMail.Header(header.getName(), decoded(header.getValue())))
                            .toList(),
                    body(message));
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail is not readable", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String value = message.getHeader(name, ", ");
        return value == null ? "" : decoded(value);
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    private static String body(Part message) throws MessagingException, IOException {
        String text = text(message, "text/plain")
                .or(() -> unchecked(message, "text/html"))
                .orElse("(This mail contains no text.)");
        return text.length() <= MAX_BODY_CHARACTERS ? text : text.substring(0, MAX_BODY_CHARACTERS) + "\n…";
    }

    private static Optional<String> unchecked(Part part, String type) {
        try {
            return text(part, type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart candidate = parts.getBodyPart(i);
                Optional<String> found = text(candidate, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
