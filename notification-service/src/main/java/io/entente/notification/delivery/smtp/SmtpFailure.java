package io.entente.notification.delivery.smtp;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

/**
 * Describes a failure for the delivery log. The description has reply codes and exception names, but never the text of the
 * server, which may quote addresses.
 *
 * @param isFinal the server rejects the address (5yz, RFC 5321 4.2.1). Other permanent replies concern the connection or the
 *     sender. An operator can fix those, so the mail is retried.
 */
record SmtpFailure(boolean isFinal, String text) {

    private static final Pattern ENHANCED_CODE = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    static SmtpFailure of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof SMTPAddressFailedException address) {
                int code = address.getReturnCode();
                return new SmtpFailure(code >= 500 && code < 600, "address refused: " + reply(code, cause));
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof SMTPSendFailedException sending) {
                return new SmtpFailure(false, "not accepted: " + reply(sending.getReturnCode(), cause));
            }
        }
        return new SmtpFailure(false, causes.get(causes.size() - 1).getClass().getSimpleName());
    }

    /** The enhanced code (RFC 3463), if the server sends one, distinguishes a full mailbox from an unknown one. */
    private static String reply(int code, Throwable cause) {
        Matcher enhanced = ENHANCED_CODE.matcher(String.valueOf(cause.getMessage()));
        return "SMTP " + code + (enhanced.find() ? " " + enhanced.group() : "");
    }

    /** Mail exceptions form a tree: each may have a cause and a next exception, and Spring's have one for each message. */
    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> found = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable cause = open.removeFirst();
            if (!seen.add(cause)) {
                continue;
            }
            found.add(cause);
            if (cause instanceof MailSendException sending) {
                open.addAll(List.of(sending.getMessageExceptions()));
            }
            if (cause instanceof MessagingException messaging && messaging.getNextException() != null) {
                open.add(messaging.getNextException());
            }
            if (cause.getCause() != null) {
                open.add(cause.getCause());
            }
        }
        return found;
    }
}
