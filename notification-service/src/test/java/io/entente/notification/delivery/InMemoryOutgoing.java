package io.entente.notification.delivery;

import io.entente.notification.recipients.Addressee;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mails in a map, leased and completed by the rules of the port. */
final class InMemoryOutgoing implements Outgoing {

    private final Map<String, OutgoingMail> mails = new LinkedHashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    void add(String id, String partnerId, String locale, Instant due) {
        add(id, new Addressee.Partner(partnerId), locale, due);
    }

    void add(String id, Addressee to, String locale, Instant due) {
        add(id, to, locale, "Body", due);
    }

    void add(String id, Addressee to, String locale, String body, Instant due) {
        mails.put(id, new OutgoingMail(id, to, locale, "Subject", body, EmailDelivery.dueAt(due)));
    }

    EmailDelivery delivery(String id) {
        return mails.get(id).delivery();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return mails.values().stream()
                .filter(mail -> isDue(mail, now))
                .map(OutgoingMail::notificationId)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Leased<OutgoingMail>> acquire(Lease lease, Instant now) {
        OutgoingMail mail = mails.get(lease.itemId());
        if (mail == null || !isDue(mail, now)) {
            return Optional.empty();
        }
        EmailDelivery is = mail.delivery();
        store(mail, new EmailDelivery(is.state(), is.since(), lease.until(), is.attempts()));
        tokens.put(lease.itemId(), lease.token());
        return Optional.of(new Leased<>(mails.get(lease.itemId()), lease));
    }

    @Override
    public boolean complete(Lease lease, EmailDelivery after) {
        if (!tokens.remove(lease.itemId(), lease.token())) {
            return false;
        }
        store(mails.get(lease.itemId()), after);
        return true;
    }

    @Override
    public Backlog backlog() {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    private void store(OutgoingMail mail, EmailDelivery delivery) {
        mails.put(
                mail.notificationId(),
                new OutgoingMail(
                        mail.notificationId(), mail.to(), mail.locale(), mail.subject(), mail.body(), delivery));
    }

    private static boolean isDue(OutgoingMail mail, Instant now) {
        Instant next = mail.delivery().nextAttemptAt();
        return next != null && !next.isAfter(now);
    }
}
