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
import io.entente.commission.CommissionServiceApplication;
import io.entente.referral.ReferralServiceApplication;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * From the request that closes a deal to {@code CommissionAccrued} on the topic. The two services, the broker and the store each
 * run in a process of their own. It finds the capacity and the costs of a deal first, then the latency at parts of the capacity.
 */
public final class EndToEnd implements Benchmark {

    private static final int PARTNERS = 100;
    private static final int CALLERS = 64;
    private static final int[] LOAD_PERCENT = {25, 50, 75};
    private static final double MICROS_PER_MILLI = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Options options;
    private final int referrals;
    private final Duration length;
    private final MarkdownTable table = new MarkdownTable(
            "store", "capacity/s", "load", "deals/s", "deals", "p50 ms", "p95 ms", "p99 ms", "max ms");
    private final MarkdownTable costs =
            new MarkdownTable("store", "service", "deals", "CPU ms", "round trips", "before the answer", "unanswered");

    public EndToEnd(Options options) {
        this.options = options;
        this.referrals = options.quick() ? 200 : 2_000;
        this.length = Duration.ofSeconds(options.quick() ? 3 : 15);
    }

    @Override
    public void measure(Servers servers) throws Exception {
        Part part = servers.part("flow");
        List<String> partners = IntStream.range(0, PARTNERS)
                .mapToObj(number -> "01K1A7Q2M8V4R6T9W3X5%06d".formatted(number))
                .toList();
        try (Events events = new Events(part);
                ServiceProcess commission = new ServiceProcess(CommissionServiceApplication.class, "commission", part);
                ServiceProcess referral = new ServiceProcess(ReferralServiceApplication.class, "referral", part);
                Accruals accruals = new Accruals(servers.brokers(), part.topic("commission.events"))) {
            partners.forEach(events::sendProfile);
            events.flush();
            DealRequests deals = new DealRequests(referral, "flow");
            partners.forEach(partner -> Await.until("partner known", () -> deals.isKnown(partner)));
            deals.prepare(referrals, partners);
            measure(servers.store(), () -> accrued(deals, accruals), referral, commission);
        }
    }

    private static CompletableFuture<Long> accrued(DealRequests deals, Accruals accruals) {
        String deal = deals.nextDeal();
        CompletableFuture<Long> accrued = accruals.expect(deal);
        return deals.close(deal).thenCompose(answered -> accrued).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void measure(
            String store, Supplier<CompletableFuture<Long>> request, ServiceProcess referral, ServiceProcess commission)
            throws Exception {
        WarmUp.of(() -> referral.compilationMillis() + commission.compilationMillis(), "flow", options, () -> "%,.0f/s"
                .formatted(new ClosedLoop(CALLERS, length.multipliedBy(2))
                        .run(request)
                        .perSecond()));
        Cost referralBefore = referral.cost();
        Cost commissionBefore = commission.cost();
        ClosedLoop.Result full = new ClosedLoop(CALLERS, length).run(request);
        report(store, "referral", full, referral.cost().minus(referralBefore));
        report(store, "commission", full, commission.cost().minus(commissionBefore));
        double capacity = full.perSecond();
        Progress.say("flow, %s: %,.0f deals/s at most", store, capacity);
        for (int percent : LOAD_PERCENT) {
            OpenLoop load = new OpenLoop(capacity * percent / 100, length);
            Histogram latencies = load.run(request);
            Progress.say("flow, %s, %d %%: p99 %s ms", store, percent, millis(latencies, 99));
            table.row(
                    store,
                    "%,.0f".formatted(capacity),
                    percent + " %",
                    "%,.0f".formatted(capacity * percent / 100),
                    "%,d".formatted(load.count()),
                    millis(latencies, 50),
                    millis(latencies, 95),
                    millis(latencies, 99),
                    millis(latencies, 100));
        }
    }

    private void report(String store, String service, ClosedLoop.Result full, Cost cost) {
        costs.row(
                store,
                service,
                "%,d".formatted(full.answered()),
                cost.cpuMillisPer(full.answered()),
                cost.roundTripsPer(full.answered()),
                cost.beforeTheAnswerPer(full.answered()),
                "%d".formatted(full.unanswered()));
    }

    static String millis(Histogram micros, double percentile) {
        return String.format(Locale.ROOT, "%.1f", micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI);
    }

    @Override
    public String report() {
        return "### End to end\n\n" + table.render() + "\nCost of a deal at full load:\n\n" + costs.render();
    }
}
