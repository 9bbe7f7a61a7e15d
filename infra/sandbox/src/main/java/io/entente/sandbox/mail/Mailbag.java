package io.entente.sandbox.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The mails received last, newest first; bounded, and gone with the process. */
public final class Mailbag {

    static final int MAX_MAILS = 500;

    private final Deque<ReceivedMail> newestFirst = new ArrayDeque<>();
    private long lastNumber;

    /** Adds the mail that is made for its number; the oldest makes way for it. */
    synchronized void add(LongFunction<ReceivedMail> mail) {
        newestFirst.addFirst(mail.apply(++lastNumber));
        if (newestFirst.size() > MAX_MAILS) {
            newestFirst.removeLast();
        }
    }

    /** At most {@code limit} mails older than number {@code before}. */
    synchronized List<ReceivedMail> page(long before, int limit) {
        return newestFirst.stream()
                .filter(mail -> mail.number() < before)
                .limit(limit)
                .toList();
    }

    synchronized Optional<ReceivedMail> find(long number) {
        return newestFirst.stream().filter(mail -> mail.number() == number).findFirst();
    }

    /** How many were received, kept or not. */
    synchronized long received() {
        return lastNumber;
    }

    synchronized int kept() {
        return newestFirst.size();
    }
}
