package io.entente.notification.delivery.worker;

import io.entente.notification.delivery.DeliverMail;
import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.delivery.Outgoing;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that deliver mails, apart from the consumers: a mail server that is away must not hold up Kafka. Mails come by the
 * fast path right after they are stored, and by a sweep that finds what is due: retries, what the queue had no room for, and
 * what a crashed instance left.
 */
final class DeliveryWorker implements DeliveryQueue, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final long POLL_MILLIS = 500;
    private static final long SHUTDOWN_SECONDS = 10;

    private final DeliverMail deliverMail;
    private final Outgoing outgoing;
    private final DeliveryMetrics metrics;
    private final DeliveryProperties properties;
    private final Clock clock;
    private final BlockingQueue<String> queue;
    /** What is in the queue, so that two sweeps don't put the same mail there twice. */
    private final Set<String> queued = ConcurrentHashMap.newKeySet();

    private volatile boolean running;
    private @Nullable ExecutorService workers;
    private @Nullable ScheduledExecutorService timer;

    DeliveryWorker(
            DeliverMail deliverMail,
            Outgoing outgoing,
            DeliveryMetrics metrics,
            DeliveryProperties properties,
            Clock clock) {
        this.deliverMail = deliverMail;
        this.outgoing = outgoing;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(properties.queueSize());
    }

    @Override
    public void offer(String notificationId) {
        if (queued.add(notificationId) && !queue.offer(notificationId)) {
            queued.remove(notificationId);
        }
    }

    private void sweep() {
        try {
            int room = queue.remainingCapacity();
            if (room > 0) {
                outgoing.due(clock.instant(), room).forEach(this::offer);
            }
            metrics.swept(outgoing.backlog());
        } catch (RuntimeException e) {
            LOG.warn(
                    "Looking for due mails failed, the next look goes on: {}",
                    e.getClass().getName());
        }
    }

    private void work() {
        while (running) {
            try {
                String next = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    queued.remove(next);
                    deliver(next);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void deliver(String notificationId) {
        try {
            metrics.delivered(deliverMail.deliver(notificationId));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Mail of {} left to a later sweep: {}",
                    notificationId,
                    e.getClass().getName());
        }
    }

    @Override
    public void start() {
        running = true;
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(
                properties.workers(), task -> daemon(task, "mail-" + number.incrementAndGet()));
        for (int i = 0; i < properties.workers(); i++) {
            threads.execute(this::work);
        }
        workers = threads;
        ScheduledExecutorService sweeper =
                Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "mail-sweep"));
        Future<?> unused = sweeper.scheduleWithFixedDelay(
                this::sweep, 0, properties.sweepInterval().toMillis(), TimeUnit.MILLISECONDS);
        timer = sweeper;
    }

    /** Lets the mails under way finish; those in the queue are in the store too, and the next start finds them. */
    @Override
    public void stop() {
        running = false;
        if (timer != null) {
            timer.shutdown();
        }
        ExecutorService threads = workers;
        if (threads != null) {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("Stopping in the middle of a mail; it is sent again when its lease ends");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the consumers and stops after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
