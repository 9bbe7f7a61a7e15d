package io.entente.sandbox.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Keeps the newest mails in memory. */
public final class Mailbag {

    static final int MAX_MAILS = 500;

    private final Deque<ReceivedMail> newestFirst = new ArrayDeque<>();
    private long lastNumber;

    /** Adds a mail, which is created with its number. If the bag is full, the oldest mail is removed. */
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

    /** How many mails were received, including those that are no longer kept. */
    synchronized long received() {
        return lastNumber;
    }

    synchronized int kept() {
        return newestFirst.size();
    }
}
