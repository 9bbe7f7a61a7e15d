package io.entente.referral.crm.worker;

import io.entente.referral.crm.CrmDealHandler;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** At the start and every hour: referrals follow what a crash left half done, and deals that nobody linked are let go. */
@Component
class CrmHousekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CrmHousekeeping.class);
    private static final long PERIOD_MINUTES = 60;

    private final CrmDealHandler deals;
    private @Nullable ScheduledExecutorService timer;

    CrmHousekeeping(CrmDealHandler deals) {
        this.deals = deals;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "crm-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = started.scheduleWithFixedDelay(this::tidy, 0, PERIOD_MINUTES, TimeUnit.MINUTES);
        timer = started;
    }

    private void tidy() {
        try {
            deals.followAll();
            long deleted = deals.deleteUnlinked();
            if (deleted > 0) {
                LOG.info("{} deals of CRMs that nobody linked are deleted", deleted);
            }
        } catch (RuntimeException failure) {
            LOG.warn("CRMs' deals are looked at again in {} min: {}", PERIOD_MINUTES, failure.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
