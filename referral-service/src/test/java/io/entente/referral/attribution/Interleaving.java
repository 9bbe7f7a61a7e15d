package io.entente.referral.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs several tasks at once, one step at a time. At each step, a schedule chooses whose turn it is. */
final class Interleaving {

    private final Semaphore stopped = new Semaphore(0);
    private final ThreadLocal<@Nullable Task> current = new ThreadLocal<>();

    /** Ends the turn of the task that calls it. Does nothing outside of a task. */
    void step() {
        Task task = current.get();
        if (task != null) {
            stopped.release();
            task.turn.acquireUninterruptibly();
        }
    }

    /** @param schedule returns which of the given number of unfinished tasks has the next turn */
    void run(List<Runnable> bodies, IntUnaryOperator schedule) {
        List<Task> unfinished = new ArrayList<>();
        bodies.forEach(body -> unfinished.add(new Task(body)));
        unfinished.forEach(Thread::start);
        while (!unfinished.isEmpty()) {
            Task next = unfinished.get(schedule.applyAsInt(unfinished.size()));
            next.turn.release();
            stopped.acquireUninterruptibly();
            if (next.isFinished) {
                unfinished.remove(next);
                next.rethrow();
            }
        }
    }

    private final class Task extends Thread {

        private final Semaphore turn = new Semaphore(0);
        private final Runnable body;
        private volatile boolean isFinished;
        private volatile @Nullable Throwable failure;

        Task(Runnable body) {
            this.body = body;
            setDaemon(true);
        }

        @Override
        public void run() {
            turn.acquireUninterruptibly();
            current.set(this);
            try {
                body.run();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            isFinished = true;
            stopped.release();
        }

        private void rethrow() {
            if (failure != null) {
                throw new AssertionError("A task failed", failure);
            }
        }
    }
}
