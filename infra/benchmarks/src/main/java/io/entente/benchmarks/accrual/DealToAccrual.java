package io.entente.benchmarks.accrual;

import io.entente.benchmarks.Benchmark;
import io.entente.benchmarks.MarkdownTable;
import io.entente.benchmarks.Options;
import io.entente.benchmarks.Progress;
import io.entente.benchmarks.Sample;
import io.entente.benchmarks.Servers;
import io.entente.benchmarks.Stopwatch;
import io.entente.benchmarks.WarmUp;

/**
 * Lets the commission service process closed deals from the topic and measures how many accruals it stores and publishes per
 * second. The ceiling is how many of the same ledger documents the store accepts when nothing else is running.
 */
public final class DealToAccrual implements Benchmark {

    private final Options options;
    private final int deals;
    private final MarkdownTable table = new MarkdownTable(
            "store", "earlier accruals", "raw inserts/s", "accruals/s", "of the ceiling", "CPU ms", "round trips");

    public DealToAccrual(Options options) {
        this.options = options;
        this.deals = options.quick() ? 1_000 : 30_000;
    }

    @Override
    public void measure(Servers servers) throws Exception {
        try (RunningAccrual accrual = new RunningAccrual(servers.part("accrual"))) {
            accrual.accrue(deals / 10);
            WarmUp.with("accrual", options, () -> "inserted %,.0f/s, accrued %,.0f/s"
                    .formatted(accrual.insert(deals), accrual.accrue(deals)));
            int before = 0;
            for (int earlier : options.histories()) {
                fill(accrual, servers.store(), earlier - before);
                before = earlier;
                measure(accrual, servers.store(), earlier);
            }
        }
    }

    private void fill(RunningAccrual accrual, String store, int count) throws Exception {
        double filled =
                Stopwatch.perSecond(Math.max(1, count), () -> accrual.history().add(count));
        Progress.say("accrual, %s: %,d more accruals in the ledger, %,.0f/s", store, count, filled);
        // The service notices here that its chains have grown without it, so the measurement doesn't include that.
        accrual.accrue(deals / 2);
    }

    private void measure(RunningAccrual accrual, String store, int earlier) throws Exception {
        int rounds = options.rounds();
        double[] inserted = new double[rounds];
        double[] accrued = new double[rounds];
        double[] ratio = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            inserted[i] = accrual.insert(deals);
            accrued[i] = accrual.accrue(deals);
            ratio[i] = accrued[i] / inserted[i];
            Progress.say(
                    "accrual, %s, %,d: inserted %,.0f/s, accrued %,.0f/s", store, earlier, inserted[i], accrued[i]);
        }
        table.row(
                store,
                "%,d".formatted(earlier),
                Sample.of(inserted).perSecond(),
                Sample.of(accrued).perSecond(),
                Sample.of(ratio).percent(),
                accrual.cost().cpuMillisPer(deals),
                accrual.cost().roundTripsPer(deals));
    }

    @Override
    public String report() {
        return "### Deal to accrual\n\n" + table.render();
    }
}
