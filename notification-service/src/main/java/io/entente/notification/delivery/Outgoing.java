package io.entente.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails that wait to be sent, shared by all instances of the service. */
public interface Outgoing {

    /** Ids of notifications whose mail is due, the longest due first. */
    List<String> due(Instant now, int limit);

    /**
     * Takes a due mail for one try: until the lease ends nobody else can. One conditional update, so of two instances one
     * gets it.
     *
     * @return empty where it is not due: sent, being sent, or waiting for its next try
     */
    Optional<OutgoingMail> claim(String notificationId, String claim, Instant now, Instant leaseUntil);

    /**
     * Stores what became of a claimed mail.
     *
     * @return false where the lease ended meanwhile and another has claimed it: then that one's result counts
     */
    boolean settle(OutgoingMail claimed, EmailDelivery after);

    Backlog backlog();

    /**
     * What waits.
     *
     * @param oldest since when the one that has waited longest is due; absent where none waits
     */
    record Backlog(long pending, @Nullable Instant oldest) {}
}
