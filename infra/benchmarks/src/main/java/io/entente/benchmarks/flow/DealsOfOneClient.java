package io.entente.benchmarks.flow;

import io.entente.benchmarks.Await;
import io.entente.benchmarks.Benchmark;
import io.entente.benchmarks.Events;
import io.entente.benchmarks.MarkdownTable;
import io.entente.benchmarks.Options;
import io.entente.benchmarks.Progress;
import io.entente.benchmarks.Servers;
import io.entente.benchmarks.Servers.Part;
import io.entente.benchmarks.WarmUp;
import io.entente.benchmarks.cost.Cost;
import io.entente.referral.ReferralServiceApplication;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Closes deals on one referral, one after the other without a pause, and measures what a deal costs when the client has 10 deals
 * and when it has 5,000. Both must cost the same.
 */
public final class DealsOfOneClient implements Benchmark {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5000000";
    private static final int WARM_UP_REFERRALS = 200;
    private static final int WARM_UP_CALLERS = 8;

    private final Options options;
    private final int[] earlier;
    private final int measured;
    private final Duration warmUp;
    private final MarkdownTable table = new MarkdownTable(
            "store", "earlier deals", "deals", "ms/deal", "CPU ms", "round trips", "before the answer", "unanswered");

    public DealsOfOneClient(Options options) {
        this.options = options;
        this.earlier = options.quick() ? new int[] {10, 500} : new int[] {10, 1_000, 5_000};
        this.measured = options.quick() ? 20 : 300;
        this.warmUp = Duration.ofSeconds(options.quick() ? 3 : 20);
    }

    @Override
    public void measure(Servers servers) throws Exception {
        Part part = servers.part("deals");
        try (Events events = new Events(part);
                ServiceProcess referral = new ServiceProcess(ReferralServiceApplication.class, "referral", part)) {
            events.sendProfile(PARTNER);
            events.flush();
            DealRequests others = new DealRequests(referral, "other");
            Await.until("the partner known", () -> others.isKnown(PARTNER));
            others.prepare(WARM_UP_REFERRALS, List.of(PARTNER));
            WarmUp.of(referral::compilationMillis, "deals", options, () -> "%,.0f/s"
                    .formatted(new ClosedLoop(WARM_UP_CALLERS, warmUp)
                            .run(() -> others.close(others.nextDeal()).thenApply(answered -> System.nanoTime()))
                            .perSecond()));
            DealRequests deals = new DealRequests(referral, "growing");
            deals.prepare(1, List.of(PARTNER));
            measure(servers.store(), referral, deals);
        }
    }

    private void measure(String store, ServiceProcess referral, DealRequests deals) throws Exception {
        int closed = 0;
        for (int before : earlier) {
            Unanswered unanswered = new Unanswered(1);
            try {
                for (; closed < before; closed++) {
                    close(deals, unanswered);
                }
                Cost costBefore = referral.cost();
                long start = System.nanoTime();
                for (int i = 0; i < measured; i++, closed++) {
                    close(deals, unanswered);
                }
                report(store, before, System.nanoTime() - start, referral.cost().minus(costBefore), unanswered.count());
            } catch (CompletionException refused) {
                Progress.say(
                        "deals, %s: deal %,d was refused: %s", store, closed + 1, String.valueOf(refused.getCause()));
                table.row(
                        store,
                        "%,d".formatted(before),
                        "deal %,d refused".formatted(closed + 1),
                        "-",
                        "-",
                        "-",
                        "-",
                        "-");
                return;
            }
        }
    }

    /** Closes the next deal that is answered. */
    private static void close(DealRequests deals, Unanswered unanswered) {
        boolean answered = false;
        while (!answered) {
            answered = unanswered.tolerate(deals.close(deals.nextDeal())).join();
        }
    }

    private void report(String store, int before, long nanos, Cost cost, int unanswered) {
        double millis = nanos / (double) TimeUnit.MILLISECONDS.toNanos(1) / measured;
        Progress.say("deals, %s: %.1f ms each after %,d", store, millis, before);
        table.row(
                store,
                "%,d".formatted(before),
                "%,d".formatted(measured),
                String.format(Locale.ROOT, "%.1f", millis),
                cost.cpuMillisPer(measured),
                cost.roundTripsPer(measured),
                cost.beforeTheAnswerPer(measured),
                "%d".formatted(unanswered));
    }

    @Override
    public String report() {
        return "### Deals of one client\n\n" + table.render();
    }
}
