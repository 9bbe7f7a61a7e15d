package io.entente.benchmarks.statements;

import io.entente.benchmarks.Await;
import io.entente.benchmarks.Benchmark;
import io.entente.benchmarks.MarkdownTable;
import io.entente.benchmarks.Options;
import io.entente.benchmarks.Progress;
import io.entente.benchmarks.Sample;
import io.entente.benchmarks.Servers;
import io.entente.benchmarks.Stopwatch;
import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRuns;
import io.entente.commission.runs.RunWorker;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.lists.StatementFilter;
import io.entente.commission.statements.lists.StatementList;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Issues all statements of a quarter and reads them line by line, for a thousand partners with 10,000 and with 100,000 deals in the
 * year. The length of the chain must change neither the cost of issuing a statement, nor the cost of reading a line, nor the live
 * heap afterwards.
 */
public final class QuarterlyStatements implements Benchmark {

    private static final int BYTES_PER_MEBIBYTE = 1 << 20;

    private final Options options;
    private final MarkdownTable table = new MarkdownTable(
            "store",
            "deals in the year",
            "lines of the quarter",
            "statements/s",
            "lines read/s",
            "live heap after, MiB");

    public QuarterlyStatements(Options options) {
        this.options = options;
    }

    @Override
    public void measure(Servers servers) throws Exception {
        for (int deals : options.quick() ? new int[] {2_000, 10_000} : new int[] {10_000, 100_000}) {
            try (ConfigurableApplicationContext service = CommissionServiceApplication.service()
                    .run(servers.part("statements").arguments("commission", 0).toArray(String[]::new))) {
                new YearOfDeals(service).write(deals);
                // The first quarter only warms up, so its figures aren't reported.
                measure(service, new Quarter(2025, 1));
                row(servers.store(), deals, service);
            }
        }
    }

    private void row(String store, int deals, ConfigurableApplicationContext service) throws Exception {
        int rounds = options.rounds();
        double[] issued = new double[rounds];
        double[] read = new double[rounds];
        long lines = 0;
        for (int i = 0; i < rounds; i++) {
            Figures figures = measure(service, new Quarter(2025, 2 + i));
            issued[i] = figures.issuedPerSecond();
            read[i] = figures.linesPerSecond();
            lines = figures.lines();
            Progress.say("statements, %s, %,d deals: %s", store, deals, figures);
        }
        table.row(
                store,
                "%,d".formatted(deals),
                "%,d".formatted(lines),
                Sample.of(issued).perSecond(),
                Sample.of(read).perSecond(),
                "%,d".formatted(liveHeap()));
    }

    private static Figures measure(ConfigurableApplicationContext service, Quarter quarter) throws Exception {
        PartnerRuns runs = service.getBean(PartnerRuns.class);
        PartnerRun run =
                PartnerRun.start("bench-" + quarter, Kind.STATEMENTS, quarter.toString(), "system", Instant.EPOCH);
        double issued = Stopwatch.perSecond(YearOfDeals.PARTNERS, () -> {
            runs.add(run);
            service.getBean(RunWorker.class).wake();
            Await.until(
                    "statements of " + quarter,
                    () -> runs.find(run.id()).orElseThrow().status() == PartnerRun.Status.ENDED);
        });
        AtomicLong lines = new AtomicLong();
        long start = System.nanoTime();
        readAll(service, quarter, lines);
        return new Figures(issued, Stopwatch.rate(lines.get(), System.nanoTime() - start), lines.get());
    }

    private static void readAll(ConfigurableApplicationContext service, Quarter quarter, AtomicLong lines) {
        StatementList statements = service.getBean(StatementList.class);
        PartnerChains chains = service.getBean(PartnerChains.class);
        StatementFilter filter = new StatementFilter(
                null, List.of(), Set.of(), null, quarter, null, new SortOrder(StatementFilter.QUARTER, false));
        AllPages.read(page -> statements.page(filter, page), statement -> chains.of(statement.partnerId())
                .lines(statement.span(), statement.currency(), line -> lines.incrementAndGet()));
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEBIBYTE;
    }

    @Override
    public String report() {
        return "### Statements of a quarter\n\n" + table.render();
    }

    private record Figures(double issuedPerSecond, double linesPerSecond, long lines) {}
}
