package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.accrual.standings.ChainedStandings;
import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.PostingMother;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Counted;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the store examines for the questions that rules ask about a partner's past, from its own count. */
class HistoryCostIT {

    private static final LocalDate TO = LocalDate.parse("2026-12-31");
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final int BATCH_DEALS = 250;

    /** The standing, and the transactions since it was stored. */
    private static final long MAX_EXAMINED_OF_A_CLIENT = 1 + ChainedStandings.MAX_BEHIND;

    /** A year's counters, and the referral that asks. */
    private static final long MAX_EXAMINED_OF_A_WINDOW = 13 + 1;

    private static final int REPETITIONS = 5;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_5000th_deal_of_a_client_examines_as_little_as_the_10th() {
        ClientStandings standings = service.context().getBean(ClientStandings.class);
        PartnerId partner = new PartnerId("par_cost");
        for (int deals : List.of(10, 5_000)) {
            append(partner, deals, standings);

            long cost =
                    cost(() -> assertThat(standings.revenue(partner, "brightwater.example", CurrencyUnit.USD, deals))
                            .isEqualTo(Money.of(CurrencyUnit.USD, 100L * deals)));

            assertThat(cost).as("%d deals", deals).isPositive().isLessThanOrEqualTo(MAX_EXAMINED_OF_A_CLIENT);
            assertThat(cost(() -> standings.revenueWithout(
                            "cost-3", partner, "brightwater.example", CurrencyUnit.USD, deals / 2)))
                    .as("in the middle of %d deals", deals)
                    .isPositive()
                    .isLessThanOrEqualTo(1 + MAX_EXAMINED_OF_A_CLIENT);
            assertThat(cost(() -> assertThat(standings
                                    .before(partner, "brightwater.example", "ref_cost-3", "cost-3")
                                    .earlier())
                            .isZero()))
                    .as("before one of %d deals", deals)
                    .isPositive()
                    .isLessThanOrEqualTo(3 + 2 * MAX_EXAMINED_OF_A_CLIENT);
        }
    }

    @Test
    void a_window_of_1000_referrals_examines_as_little_as_one_of_10() {
        SubmittedReferrals referrals = service.context().getBean(SubmittedReferrals.class);
        PartnerId partner = new PartnerId("par_window");
        int submitted = 0;
        for (int wanted : List.of(10, 1_000)) {
            for (; submitted < wanted; submitted++) {
                referrals.add(partner, new Submitted("ref_" + submitted, "client", FROM.plusDays(submitted % 365)));
            }

            long cost = cost(() -> {
                assertThat(referrals.count(partner, FROM, TO)).isEqualTo(new Counted(wanted, 0));
                assertThat(referrals.find(partner, List.of("ref_3")).get(0).isOpen())
                        .isTrue();
            });

            assertThat(cost).as("%d referrals", wanted).isPositive().isLessThanOrEqualTo(MAX_EXAMINED_OF_A_WINDOW);
        }
    }

    /** As accrual does it: the standing is asked for before each batch is written. */
    private static void append(PartnerId partner, int upTo, ClientStandings standings) {
        Ledger ledger = service.context().getBean(Ledger.class);
        for (long from = ledger.head(partner).number();
                from < upTo;
                from = ledger.head(partner).number()) {
            LedgerBatch batch = ledger.batch();
            List<Posting> postings = IntStream.range((int) from, (int) Math.min(upTo, from + BATCH_DEALS))
                    .mapToObj(deal -> PostingMother.accrual(partner.value(), "cost-" + deal))
                    .toList();
            postings.forEach(batch::add);
            assertThat(batch.commit()).hasSize(postings.size());
            standings.revenue(partner, "brightwater.example", CurrencyUnit.USD, upTo);
        }
    }

    /**
     * The number of documents that a question examines. The sweeps of the running service examine documents, too, so the
     * cheapest of some repetitions counts.
     */
    private static long cost(Runnable question) {
        long cheapest = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            long before = examined();
            question.run();
            cheapest = Math.min(cheapest, examined() - before);
        }
        return cheapest;
    }

    private static long examined() {
        Document status = service.mongo().executeCommand(new Document("serverStatus", 1));
        return status.getEmbedded(List.of("metrics", "queryExecutor", "scannedObjects"), Number.class)
                .longValue();
    }
}
