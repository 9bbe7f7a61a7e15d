package io.entente.platform.events.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the records of one aggregate, each after the one before it has been acknowledged, and has them cleared. A flight lasts
 * until all its records are acknowledged and cleared, or until one can't be published. As long as it lasts, outboxes of later
 * writes join it, and only the records that are new go out.
 */
final class Flight implements Publication {

    /** Acknowledged records that are cleared while later ones are still being sent. */
    static final int CLEAR_AFTER_RECORDS = 50;

    private final Key key;
    private final OutboxRelay relay;
    /** Records that have not been sent yet. */
    private final Deque<OutboxRecord> waiting = new ArrayDeque<>();

    private final List<Waiter> waiters = new ArrayList<>();
    private long joined;
    private long acknowledged;
    private long cleared;
    private int uncleared;
    private boolean sending;
    private boolean clearing;
    private boolean ended;

    Flight(Key key, OutboxRelay relay) {
        this.key = key;
        this.relay = relay;
    }

    Key key() {
        return key;
    }

    /**
     * Adds the records of an outbox that this flight doesn't have yet. An outbox holds everything that was unacknowledged
     * when it was written, so the records of a flight have no gap, in whatever order outboxes join.
     *
     * @return completes when all records of the outbox are acknowledged; empty if the flight has ended
     */
    Optional<CompletableFuture<Void>> join(Outbox outbox) {
        CompletableFuture<Void> published = new CompletableFuture<>();
        boolean start;
        synchronized (this) {
            if (ended) {
                return Optional.empty();
            }
            outbox.records().stream()
                    .filter(record -> record.version() > joined)
                    .forEach(waiting::add);
            joined = Math.max(joined, outbox.version());
            waiters.add(new Waiter(outbox.version(), published));
            start = !sending && !waiting.isEmpty();
            sending |= start;
        }
        if (start) {
            send();
        }
        completeWaiters();
        return Optional.of(published);
    }

    @Override
    public synchronized long acknowledgedVersion() {
        return acknowledged;
    }

    @Override
    public synchronized CompletableFuture<Void> acknowledgedAsOfNow() {
        if (ended || acknowledged >= joined) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> published = new CompletableFuture<>();
        waiters.add(new Waiter(joined, published));
        return published;
    }

    void send() {
        OutboxRecord next;
        synchronized (this) {
            next = waiting.remove();
        }
        CompletableFuture<?> unused = relay.publish(next).whenComplete((acknowledgement, failure) -> {
            if (failure == null) {
                acknowledge(next);
            } else {
                fail(failure);
            }
        });
    }

    private void acknowledge(OutboxRecord record) {
        relay.acknowledged(record);
        boolean more;
        synchronized (this) {
            OutboxRecord following = waiting.peek();
            more = following != null;
            sending = more;
            uncleared++;
            if (following == null || following.version() > record.version()) {
                acknowledged = record.version();
            }
        }
        completeWaiters();
        if (more) {
            relay.sendNext(this);
        }
        clearIfDue();
    }

    private void clearIfDue() {
        long version;
        synchronized (this) {
            boolean due = acknowledged > cleared && (!sending || uncleared >= CLEAR_AFTER_RECORDS);
            if (ended || clearing || !due) {
                return;
            }
            clearing = true;
            uncleared = 0;
            version = acknowledged;
        }
        relay.clear(this, version, () -> cleared(version));
    }

    /** Called whether or not clearing succeeded; what could not be cleared is published again by the sweep. */
    private void cleared(long version) {
        synchronized (this) {
            clearing = false;
            cleared = version;
            if (ended) {
                return;
            }
            ended = !sending && acknowledged == cleared;
        }
        if (isEnded()) {
            relay.land(this);
        } else {
            clearIfDue();
        }
    }

    /** Ends the flight. The acknowledged records are cleared nevertheless, so that the sweep publishes only the others. */
    private void fail(Throwable failure) {
        long version;
        List<Waiter> disappointed;
        synchronized (this) {
            ended = true;
            version = acknowledged > cleared && !clearing ? acknowledged : 0;
            disappointed = List.copyOf(waiters);
            waiters.clear();
        }
        if (version > 0) {
            relay.clear(this, version, () -> {});
        }
        relay.abandon(this, failure);
        disappointed.forEach(waiter -> waiter.published().completeExceptionally(failure));
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /** Outside the lock: whoever waits may do anything. */
    private void completeWaiters() {
        List<Waiter> done;
        synchronized (this) {
            done = waiters.stream()
                    .filter(waiter -> waiter.version() <= acknowledged)
                    .toList();
            waiters.removeAll(done);
        }
        done.forEach(waiter -> waiter.published().complete(null));
    }

    /** Somebody who waits until the records up to a version are acknowledged. */
    private record Waiter(long version, CompletableFuture<Void> published) {}

    /** Identifies the document of an aggregate within a service. */
    record Key(String collection, String documentId) {}
}
