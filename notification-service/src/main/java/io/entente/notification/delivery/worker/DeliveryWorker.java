package io.entente.notification.delivery.worker;

import io.entente.notification.delivery.DeliverMail;
import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.delivery.Outgoing;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Delivers mails on threads of their own, so that a mail server that is down does not delay the consumers. Mails arrive by
 * the fast path as soon as they are stored. A sweep finds the other mails that are due: retries, mails that the queue had no
 * room for, and mails of an instance that crashed.
 */
final class DeliveryWorker implements DeliveryQueue, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    private final DeliverMail deliverMail;
    private final Outgoing outgoing;
    private final DeliveryMetrics metrics;
    private final ThreadPoolTaskExecutor threads;
    private final Clock clock;

    /** The mails in the queue, so that a sweep does not queue a mail twice. */
    private final Set<String> queued = ConcurrentHashMap.newKeySet();

    private volatile boolean isClosing;

    /** @param threads belongs to this worker and is shut down with it */
    DeliveryWorker(
            DeliverMail deliverMail,
            Outgoing outgoing,
            DeliveryMetrics metrics,
            ThreadPoolTaskExecutor threads,
            Clock clock) {
        this.deliverMail = deliverMail;
        this.outgoing = outgoing;
        this.metrics = metrics;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public void offer(String notificationId) {
        if (queued.add(notificationId)) {
            try {
                threads.execute(() -> deliver(notificationId));
            } catch (TaskRejectedException full) {
                queued.remove(notificationId);
            }
        }
    }

    /** Queues as many due mails as there is room for. */
    void sweep() {
        int room = threads.getQueueCapacity() - threads.getQueueSize();
        if (room > 0) {
            outgoing.due(clock.instant(), room).forEach(this::offer);
        }
        metrics.swept(outgoing.backlog());
    }

    private void deliver(String notificationId) {
        queued.remove(notificationId);
        if (isClosing) {
            return;
        }
        try {
            metrics.delivered(deliverMail.deliver(notificationId));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The mail of {} was not delivered, and a later sweep retries it: {}",
                    notificationId,
                    e.getClass().getName());
        }
    }

    /** Waits for the mails in progress. The mails in the queue are in the store, so the next start finds them. */
    @Override
    public void close() {
        isClosing = true;
        threads.shutdown();
    }
}
