package io.entente.notification.delivery;

import io.entente.notification.recipients.Addressee;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mails in a map, leased and completed by the rules of the port. */
final class InMemoryOutgoing implements Outgoing {

    private final Map<String, OutgoingMail> mails = new LinkedHashMap<>();

    void add(String id, String partnerId, String locale, Instant due) {
        add(id, new Addressee.Partner(partnerId), locale, due);
    }

    void add(String id, Addressee to, String locale, Instant due) {
        mails.put(id, new OutgoingMail(id, to, locale, "Subject", "Body", EmailDelivery.dueAt(due), ""));
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
    public Optional<OutgoingMail> lease(String notificationId, String token, Instant now, Instant leaseUntil) {
        OutgoingMail mail = mails.get(notificationId);
        if (mail == null || !isDue(mail, now)) {
            return Optional.empty();
        }
        EmailDelivery is = mail.delivery();
        store(mail, new EmailDelivery(is.state(), is.since(), leaseUntil, is.attempts()), token);
        return Optional.of(mails.get(notificationId));
    }

    @Override
    public boolean complete(OutgoingMail leased, EmailDelivery after) {
        OutgoingMail mail = mails.get(leased.notificationId());
        if (!mail.leaseToken().equals(leased.leaseToken())) {
            return false;
        }
        store(mail, after, "");
        return true;
    }

    @Override
    public Backlog backlog() {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    private void store(OutgoingMail mail, EmailDelivery delivery, String token) {
        mails.put(
                mail.notificationId(),
                new OutgoingMail(
                        mail.notificationId(), mail.to(), mail.locale(), mail.subject(), mail.body(), delivery, token));
    }

    private static boolean isDue(OutgoingMail mail, Instant now) {
        Instant next = mail.delivery().nextAttemptAt();
        return next != null && !next.isAfter(now);
    }
}
