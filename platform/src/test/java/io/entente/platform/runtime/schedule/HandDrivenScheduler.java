package io.entente.platform.runtime.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** Records what is scheduled and runs nothing by itself: a test runs the tasks. */
final class HandDrivenScheduler implements TaskScheduler {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    final List<Task> tasks = new ArrayList<>();

    static final class Task implements ScheduledFuture<Object> {
        final Runnable action;
        final Duration firstDelay;
        final Duration repeatAfter;
        private boolean cancelled;

        Task(Runnable action, Instant start, Duration repeatAfter) {
            this.action = action;
            this.firstDelay = Duration.between(NOW, start);
            this.repeatAfter = repeatAfter;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            cancelled = true;
            return true;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean isDone() {
            return cancelled;
        }

        @Override
        public Object get() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(firstDelay);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    Task last() {
        return tasks.get(tasks.size() - 1);
    }

    private Task add(Task task) {
        tasks.add(task);
        return task;
    }

    @Override
    public Clock getClock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Instant start) {
        return add(new Task(task, start, Duration.ZERO));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
        return add(new Task(task, start, delay));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant start, Duration period) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        throw new UnsupportedOperationException();
    }
}
