package io.entente.referral.intake;

import io.entente.platform.events.envelope.Causality;
import io.entente.referral.intake.OpportunityHandler.Worked;
import io.entente.referral.intake.profiles.Opportunity;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works rows off, many partners at once, each partner's in order: a row is begun only after the broker has acknowledged all
 * that the partner's row before it had to tell. Were both under way, the first could fail and the second arrive, and the
 * partner's deals would be counted in another order than they closed.
 */
final class PartnerLanes {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerLanes.class);

    private final OpportunityHandler handler;
    private final Executor workers;
    private final Patience patience;
    private final Import running;
    private final Map<String, CompletableFuture<RowOutcome>> lastOfPartner = new HashMap<>();

    PartnerLanes(OpportunityHandler handler, Executor workers, Patience patience, Import running) {
        this.handler = handler;
        this.workers = workers;
        this.patience = patience;
        this.running = running;
    }

    /** Puts a row behind its partner's others; completes when its events are acknowledged. */
    CompletableFuture<RowOutcome> work(Opportunity row) {
        return lastOfPartner.compute(
                row.partnerId(), (partner, last) -> last == null ? begin(row) : last.thenCompose(before -> begin(row)));
    }

    private CompletableFuture<RowOutcome> begin(Opportunity row) {
        CompletableFuture<RowOutcome> done = new CompletableFuture<>();
        attempt(row, done);
        return done;
    }

    private void attempt(Opportunity row, CompletableFuture<RowOutcome> done) {
        workers.execute(() -> {
            try (Causality.Scope onBehalf = Causality.enter(new Causality(running.id(), null))) {
                Worked worked = handler.handle(row, running);
                await(row, worked.published(), worked.outcome(), done);
            } catch (RuntimeException failure) {
                if (patience.isWorthwhile(failure)) {
                    patience.later(() -> attempt(row, done));
                } else {
                    LOG.error("Import {} could not work off a row", running.id(), failure);
                    done.complete(RowOutcome.rejected("row", "could not be worked off; the reason has been logged"));
                }
            }
        });
    }

    private void await(
            Opportunity row,
            CompletableFuture<Void> published,
            RowOutcome outcome,
            CompletableFuture<RowOutcome> done) {
        CompletableFuture<Void> unused = published.whenComplete((ok, failure) -> {
            if (failure == null) {
                done.complete(outcome);
            } else {
                patience.later(() -> publishAgain(row, outcome, done));
            }
        });
    }

    private void publishAgain(Opportunity row, RowOutcome outcome, CompletableFuture<RowOutcome> done) {
        workers.execute(() -> {
            try {
                await(row, handler.publish(row), outcome, done);
            } catch (RuntimeException failure) {
                patience.later(() -> publishAgain(row, outcome, done));
            }
        });
    }
}
