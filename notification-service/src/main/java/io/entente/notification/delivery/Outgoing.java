package io.entente.notification.delivery;

import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails that wait to be sent. All instances of the service share them. */
public interface Outgoing {

    /** The ids of the mails that are due. The mail that has been due the longest comes first. */
    List<String> due(Instant now, int limit);

    /**
     * Leases a due mail for one attempt. The lease is a single conditional update, so only one of several instances gets it.
     *
     * @param lease its item is the notification
     * @return empty if the mail is not due: it is sent, leased, or waits for its next attempt
     */
    Optional<Leased<OutgoingMail>> acquire(Lease lease, Instant now);

    /**
     * Stores the delivery after an attempt and ends the lease.
     *
     * @return false if the lease ended before and somebody else has leased the mail; then nothing is stored
     */
    boolean complete(Lease lease, EmailDelivery after);

    Backlog backlog();

    /**
     * The mails that wait.
     *
     * @param oldest when the mail that has waited longest was first due; absent if no mail waits
     */
    record Backlog(long pending, @Nullable Instant oldest) {}
}
