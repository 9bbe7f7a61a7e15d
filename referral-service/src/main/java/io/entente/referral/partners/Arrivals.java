package io.entente.referral.partners;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Waits a moment for a partner whose profile is about to arrive. The profile of a partner that was activated a second ago may still
 * be on its way through Kafka, and a referral of this partner must not be refused for that reason. Nobody's thread waits meanwhile.
 */
public final class Arrivals {

    /** Callers that wait at the same time. Beyond that, a caller gets what is known now. */
    static final int MAX_WAITING = 200;

    /** Another instance may receive the profile, so the store is asked again from time to time. */
    static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(200);

    private final KnownPartners partners;
    private final Duration patience;
    private final Later later;
    private final Executor executor;
    private final Map<String, Queue<Waiting>> waiting = new ConcurrentHashMap<>();

    /** Runs a task after a time. */
    public interface Later {

        void run(Duration after, Runnable task);
    }

    /** A caller that waits. Its result is absent if the partner stays unknown. */
    private record Waiting(String partnerId, CompletableFuture<Optional<KnownPartner>> result) {}

    /**
     * @param patience the longest time that a caller waits
     * @param executor runs what follows when a partner has arrived
     */
    public Arrivals(KnownPartners partners, Duration patience, Later later, Executor executor) {
        this.partners = partners;
        this.patience = patience;
        this.later = later;
        this.executor = executor;
    }

    /** Completes with the partner as soon as it is ACTIVE, and otherwise, after the patience, with what is known then. */
    public CompletableFuture<Optional<KnownPartner>> active(String partnerId) {
        Optional<KnownPartner> known = partners.find(partnerId);
        if (isActive(known) || patience.isZero() || waiting() >= MAX_WAITING) {
            return CompletableFuture.completedFuture(known);
        }
        Waiting caller = new Waiting(partnerId, new CompletableFuture<>());
        waiting.compute(partnerId, (id, callers) -> {
            Queue<Waiting> all = callers == null ? new ConcurrentLinkedQueue<>() : callers;
            all.add(caller);
            return all;
        });
        lookAgain(caller, patience);
        return caller.result();
    }

    /** Is called when a profile has been stored. */
    public void arrived(KnownPartner partner) {
        if (partner.isActive()) {
            waiting.getOrDefault(partner.id(), new ConcurrentLinkedQueue<>())
                    .forEach(caller -> executor.execute(() -> end(caller, Optional.of(partner))));
        }
    }

    private void lookAgain(Waiting caller, Duration left) {
        Duration pause = left.compareTo(LOOK_AGAIN_AFTER) < 0 ? left : LOOK_AGAIN_AFTER;
        later.run(pause, () -> executor.execute(() -> look(caller, left.minus(pause))));
    }

    private void look(Waiting caller, Duration left) {
        if (caller.result().isDone()) {
            return;
        }
        try {
            Optional<KnownPartner> known = partners.find(caller.partnerId());
            if (isActive(known) || left.isZero()) {
                end(caller, known);
            } else {
                lookAgain(caller, left);
            }
        } catch (RuntimeException unreachable) {
            leave(caller);
            caller.result().completeExceptionally(unreachable);
        }
    }

    private void end(Waiting caller, Optional<KnownPartner> known) {
        leave(caller);
        caller.result().complete(known);
    }

    private void leave(Waiting caller) {
        waiting.computeIfPresent(caller.partnerId(), (id, callers) -> {
            callers.remove(caller);
            return callers.isEmpty() ? null : callers;
        });
    }

    private int waiting() {
        return waiting.values().stream().mapToInt(Queue::size).sum();
    }

    private static boolean isActive(Optional<KnownPartner> known) {
        return known.map(KnownPartner::isActive).orElse(false);
    }
}
