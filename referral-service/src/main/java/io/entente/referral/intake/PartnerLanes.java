package io.entente.referral.intake;

import io.entente.referral.intake.OpportunityHandler.Worked;
import io.entente.referral.intake.profiles.Opportunity;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports the rows of many partners at the same time, and the rows of one partner in their order. A row begins only after the
 * broker has acknowledged the events of the partner's row before it. If both were published at the same time, the first could
 * fail and the second arrive, and the partner's deals would be counted in another order than they closed.
 */
final class PartnerLanes {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerLanes.class);

    private final OpportunityHandler handler;
    private final Executor executor;
    private final OnBehalf onBehalf;
    private final Predicate<RuntimeException> isTransient;
    private final Import running;
    private final Map<String, CompletableFuture<RowOutcome>> lastOfPartner = new HashMap<>();

    PartnerLanes(
            OpportunityHandler handler,
            Executor executor,
            OnBehalf onBehalf,
            Predicate<RuntimeException> isTransient,
            Import running) {
        this.handler = handler;
        this.executor = executor;
        this.onBehalf = onBehalf;
        this.isTransient = isTransient;
        this.running = running;
    }

    /** Adds a row after the partner's other rows. The result completes when the row's events are acknowledged. */
    CompletableFuture<RowOutcome> add(Opportunity row) {
        CompletableFuture<RowOutcome> before = lastOfPartner.get(row.partnerId());
        CompletableFuture<RowOutcome> next = before == null ? begin(row) : before.thenCompose(outcome -> begin(row));
        lastOfPartner.put(row.partnerId(), next);
        return next;
    }

    private CompletableFuture<RowOutcome> begin(Opportunity row) {
        return CompletableFuture.supplyAsync(() -> handle(row), executor).thenCompose(worked -> worked.published()
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(new RowsNotPublishedException(failure)))
                .thenApply(published -> worked.outcome()));
    }

    private Worked handle(Opportunity row) {
        try {
            return onBehalf.of(running.id(), () -> handler.handle(row, running));
        } catch (RuntimeException failure) {
            if (isTransient.test(failure)) {
                throw failure;
            }
            LOG.error("Import {} could not import a row", running.id(), failure);
            return Worked.rejected("row", "could not be imported; the reason has been logged");
        }
    }
}
