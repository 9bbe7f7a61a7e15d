package io.entente.referral.intake.worker;

import io.entente.referral.intake.ImportQueue;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the import queue with the service, and stops it before the relay that its rows wait for. */
@Component
class ImportLifecycle implements SmartLifecycle {

    private final ImportQueue queue;
    private volatile boolean running;

    ImportLifecycle(ImportQueue queue) {
        this.queue = queue;
    }

    @Override
    public void start() {
        queue.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
