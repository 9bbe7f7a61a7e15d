package io.entente.partner.reciprocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.performance.FactsInMemory;
import io.entente.partner.performance.Flow;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.performance.RecordReferrals;
import io.entente.partner.performance.TellChanges;
import io.entente.partner.reciprocity.ReciprocityBalance.Debtor;
import io.entente.partner.reciprocity.ReciprocityBalance.OpenReferral;
import io.entente.partner.reciprocity.ReciprocityPolicy.Weights;
import io.entente.partner.reciprocity.Suggestion.Code;
import io.entente.partner.reciprocity.Suggestion.Reason;
import io.entente.partner.scorecards.ComputeScorecards;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ScorecardsInMemory;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.policy.PolicyVersions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ReciprocityTest {

    private static final String PARTNER = "par_m";
    private static final LocalDate START = LocalDate.parse("2025-10-04");
    private static final Weights WEIGHTS = new Weights(21, 13, 9, 24, 6, 11, 30, 10);
    private static final PolicyVersions<ReciprocityPolicy> POLICIES = new PolicyVersions<>(
            "rules",
            List.of(
                    new ReciprocityPolicy(1, LocalDate.parse("2020-01-01"), 100, WEIGHTS),
                    new ReciprocityPolicy(2, LocalDate.parse("2026-01-01"), 40, WEIGHTS)));

    private final FactsInMemory facts = new FactsInMemory();
    private final ScorecardsInMemory scorecards = new ScorecardsInMemory();
    private final BalancesInMemory balances = new BalancesInMemory();
    private final RecordReferrals referrals = new RecordReferrals(facts);
    private final ReciprocityLedger ledger = new ReciprocityLedger(facts, balances, POLICIES);
    private final TellChanges tell = new TellChanges(
            facts,
            List.of(
                    new ComputeScorecards(facts, scorecards),
                    new ComputeReciprocity(facts, scorecards, balances, POLICIES)));

    @Test
    void the_side_that_has_referred_less_owes_the_last_referrals_of_the_other_by_the_policy_of_their_day() {
        refer("a1", Flow.TO_FIRM, START);
        refer("b1", Flow.TO_PARTNER, START.plusDays(3));
        refer("a2", Flow.TO_FIRM, START.plusDays(9));
        refer("a3", Flow.TO_FIRM, LocalDate.parse("2026-02-01"));

        ReciprocityBalance balance = balance();

        assertThat(balance.owedBy()).isEqualTo(Debtor.FIRM);
        assertThat(balance.open())
                .containsExactly(
                        new OpenReferral("a2", START.plusDays(9), START.plusDays(109)),
                        new OpenReferral("a3", LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-13")));
        assertThat(balance.overdue(START.plusDays(109))).isZero();
        assertThat(balance.overdue(START.plusDays(110))).isEqualTo(1);
        assertThat(balance.nextDueOn()).isEqualTo(START.plusDays(109));
    }

    @Test
    void nobody_owes_anything_for_a_dismissed_referral() {
        refer("b1", Flow.TO_PARTNER, START);
        refer("b2", Flow.TO_PARTNER, START.plusDays(1));
        assertThat(balance().owedBy()).isEqualTo(Debtor.PARTNER);

        referrals.dismissed("b2", 4);
        referrals.dismissed("b1", 4);

        assertThat(balance().owedBy()).isEqualTo(Debtor.NOBODY);
        assertThat(balance().open()).isEmpty();
    }

    @Test
    void each_referral_is_an_entry_with_its_count_and_each_deal_one_with_its_value() {
        refer("a1", Flow.TO_FIRM, START);
        refer("b1", Flow.TO_PARTNER, START.plusDays(1));
        refer("b2", Flow.TO_PARTNER, START.plusDays(2));
        refer("b3", Flow.TO_PARTNER, START.plusDays(3));
        referrals.dismissed("b2", 2);
        RecordPerformance performance = new RecordPerformance(facts);
        Map<String, BigDecimal> half = Map.of(PARTNER, new BigDecimal("0.5"));
        performance.won("d1", "b1", Flow.TO_PARTNER, START.plusDays(30), Money.parse("EUR 900.00"), half, Set.of(), 1);
        performance.reversed("d1", Money.parse("EUR 100.00"), half, 2);
        tell.run();

        assertThat(ledger.entries(PARTNER, PageRequest.first()).items())
                .extracting(
                        ReciprocityEntry::id, ReciprocityEntry::state, ReciprocityEntry::count, ReciprocityEntry::value)
                .containsExactly(
                        tuple("referral/a1", ReciprocityEntry.State.RETURNED, 1, null),
                        tuple("referral/b1", ReciprocityEntry.State.RETURNED, 1, null),
                        tuple("referral/b2", ReciprocityEntry.State.DISMISSED, 0, null),
                        tuple("referral/b3", ReciprocityEntry.State.OPEN, 1, null),
                        tuple("deal/d1/par_m", ReciprocityEntry.State.WON, 0, Money.parse("EUR 400.00")));
        assertThat(balance().given()).containsExactly(Map.entry("EUR", Money.parse("EUR 400.00")));
    }

    @Property(tries = 50)
    void what_is_open_is_what_a_plain_queue_leaves(@ForAll long seed) {
        // All tries run on one instance.
        ReciprocityTest fresh = new ReciprocityTest();
        Random random = new Random(seed);
        Deque<String> queue = new ArrayDeque<>();
        Flow waiting = Flow.TO_FIRM;
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            Flow flow = random.nextInt(3) == 0 ? Flow.TO_PARTNER : Flow.TO_FIRM;
            String id = "r%03d".formatted(i);
            fresh.refer(id, flow, START.plusDays(i * 11L));
            if (queue.isEmpty()) {
                waiting = flow;
            }
            if (flow == waiting) {
                queue.add(id);
            } else {
                queue.remove();
            }
            if (random.nextInt(4) == 0) {
                fresh.tell.run();
            }
        }

        ReciprocityBalance balance = fresh.balance();

        // Which of the equal numbers of both sides returned one another doesn't matter, but how many are left and from
        // when on.
        assertThat(balance.open()).hasSize(queue.size());
        assertThat(Math.abs(balance.count())).isEqualTo(queue.size());
        List<String> left = new ArrayList<>(queue);
        assertThat(balance.open()).extracting(OpenReferral::referralId).isEqualTo(left);
    }

    @Test
    void what_is_open_costs_what_is_open() {
        for (int i = 0; i < 300; i++) {
            refer("a%03d".formatted(i), Flow.TO_FIRM, START.minusDays(20L * i));
            refer("b%03d".formatted(i), Flow.TO_PARTNER, START.minusDays(20L * i));
        }
        tell.run();
        facts.reads();
        refer("one-more", Flow.TO_FIRM, START.plusMonths(2));

        tell.run();

        assertThat(facts.reads())
                .as("one fact of the month and one open referral")
                .isEqualTo(2);
    }

    @Test
    void a_partner_is_suggested_with_a_reason_for_each_point() {
        PartnerDetails details = new PartnerDetails(
                null,
                null,
                List.of("JP", "SG"),
                List.of("shipping"),
                List.of("audit"),
                null,
                null,
                List.of("ja"),
                null);
        ReciprocityBalance owed = new ReciprocityBalance(
                PARTNER,
                5,
                2,
                Map.of(),
                Map.of(),
                List.of(
                        new OpenReferral("a3", START, START.plusDays(5)),
                        new OpenReferral("a4", START, START.plusDays(9)),
                        new OpenReferral("a5", START, START.plusDays(9))));
        new RecordPerformance(facts).promised("g1", "t", PARTNER, Flow.TO_PARTNER, true, START, 1);
        new RecordPerformance(facts).promised("g2", "t", PARTNER, Flow.TO_PARTNER, false, START, 1);
        new RecordPerformance(facts).rated("g1", PARTNER, Flow.TO_PARTNER, 8, START, 9);
        PartnerFigures figures = PartnerFigures.of(facts.between(PARTNER, START, START));

        List<Reason> reasons = SuggestionReasons.of(
                details, new OutboundNeed("audit", "SG", "mining", "ja"), owed, figures, WEIGHTS, START.plusDays(7));

        assertThat(reasons)
                .extracting(Reason::code, Reason::points)
                .containsExactly(
                        tuple(Code.SERVICE, 0),
                        tuple(Code.TERRITORY, 21),
                        tuple(Code.LANGUAGE, 9),
                        tuple(Code.OWED, 12),
                        tuple(Code.OVERDUE, 11),
                        tuple(Code.RESPONSIVENESS, 15),
                        tuple(Code.SATISFACTION, 8));
        assertThat(reasons.get(4).text())
                .isEqualTo("1 of them should have been returned by now, the oldest by 2025-10-09.");
        assertThat(SuggestionReasons.of(
                        PartnerDetails.NONE,
                        new OutboundNeed("audit", null, null, null),
                        ReciprocityBalance.none(PARTNER),
                        PartnerFigures.NONE,
                        WEIGHTS,
                        START))
                .hasSize(1);
    }

    private void refer(String id, Flow flow, LocalDate day) {
        referrals.submitted(id, PARTNER, flow, day, null, null, 1);
    }

    private ReciprocityBalance balance() {
        tell.run();
        return ledger.balance(PARTNER);
    }
}
