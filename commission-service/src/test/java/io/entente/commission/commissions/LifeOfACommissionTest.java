package io.entente.commission.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.settlement.Settlement;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.Engagement;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Trigger;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LifeOfACommissionTest {

    private static final LocalDate PAID_ON = LocalDate.parse("2026-05-01");
    private static final LocalDate DUE = LocalDate.parse("2026-05-31");

    @Test
    void three_instalments_set_free_exactly_the_whole() {
        Commission commission = LifeMother.accrued("USD 100.00", "USD 10.00");

        List<Movement> movements = settle(
                commission,
                LifeMother.payment("one", "33.33"),
                LifeMother.payment("two", "33.33"),
                LifeMother.payment("three", "33.34"));

        assertThat(movements)
                .extracting(Movement::kind)
                .containsOnly(TransactionKind.SCHEDULED)
                .hasSize(3);
        Commission after = last(movements);
        assertThat(after.in(State.PENDING)).isEqualTo(Money.parse("USD 10.00"));
        assertThat(movements).extracting(Movement::amount).startsWith(Money.parse("USD 3.33"));
        assertThat(after.portions()).as("paid on one day").singleElement().satisfies(portion -> assertThat(
                        portion.dueOn())
                .isEqualTo(DUE));
        assertThat(after.status()).isEqualTo(CommissionStatus.PENDING);
    }

    @Test
    void what_the_client_pays_beyond_the_deal_sets_nothing_free() {
        List<Movement> movements = settle(
                LifeMother.accrued("USD 100.00", "USD 10.00"),
                LifeMother.payment("one", "150.00"),
                LifeMother.payment("two", "50.00"));

        assertThat(movements).hasSize(1);
        assertThat(last(movements).released()).isEqualTo(Money.parse("USD 10.00"));
    }

    @Test
    void a_portion_becomes_payable_on_its_day_and_not_before() {
        Commission pending =
                last(settle(LifeMother.accrued("USD 100.00", "USD 10.00"), LifeMother.payment("one", "100.00")));

        assertThat(Release.due(pending, DUE.minusDays(1), "system")).isEmpty();
        Movement released = Release.due(pending, DUE, "system").orElseThrow();

        assertThat(released.kind()).isEqualTo(TransactionKind.RELEASED);
        assertThat(released.amount()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(released.lines()).hasSize(2).allMatch(line -> line.amount().equals(Money.parse("USD 10.00")));
        assertThat(released.after().status()).isEqualTo(CommissionStatus.PAYABLE);
        assertThat(Release.due(released.after(), DUE, "system")).isEmpty();
    }

    @Test
    void a_refund_after_payout_is_owed_back() {
        Commission paid = LifeMother.paid("USD 100.00", "USD 10.00");

        Movement refunded = Settlement.next(
                        paid, LifeMother.file(LifeMother.payment("one", "100.00"), refund("r", "20.00")), PAID_ON)
                .orElseThrow();

        assertThat(refunded.kind()).isEqualTo(TransactionKind.CLAWED_BACK);
        assertThat(refunded.amount()).isEqualTo(Money.parse("USD 2.00"));
        assertThat(refunded.after().owedBack()).isEqualTo(Money.parse("USD 2.00"));
        assertThat(refunded.after().in(State.PAID)).isEqualTo(Money.parse("USD 10.00"));
        assertThat(refunded.lines())
                .extracting(LedgerLine::account)
                .containsExactlyInAnyOrder(Account.CLAWBACK_DUE, Account.COMMISSION_EXPENSE);
    }

    @Test
    void a_refund_before_its_day_takes_what_is_pending_first() {
        Commission pending =
                last(settle(LifeMother.accrued("USD 100.00", "USD 10.00"), LifeMother.payment("one", "100.00")));

        Movement refunded = Settlement.next(
                        pending, LifeMother.file(LifeMother.payment("one", "100.00"), refund("r", "25.00")), PAID_ON)
                .orElseThrow();

        assertThat(refunded.after().in(State.PENDING)).isEqualTo(Money.parse("USD 7.50"));
        assertThat(refunded.after().owedBack().isZero()).isTrue();
    }

    @Test
    void a_refund_before_any_payment_and_one_of_more_than_was_paid_set_free_only_what_the_firm_keeps() {
        Commission refundedFirst = last(settle(LifeMother.accrued("USD 100.00", "USD 10.00"), refund("r", "60.00")));
        assertThat(refundedFirst.net()).isEqualTo(Money.parse("USD 4.00"));
        assertThat(refundedFirst.released().isZero()).isTrue();

        Commission lessThanRefunded = last(settle(
                LifeMother.accrued("USD 100.00", "USD 10.00"),
                refund("r", "60.00"),
                LifeMother.payment("one", "40.00")));
        assertThat(lessThanRefunded.released().isZero()).isTrue();
        assertThat(lessThanRefunded.owedBack().isZero()).isTrue();

        Commission paidWhole = last(settle(
                LifeMother.accrued("USD 100.00", "USD 10.00"),
                refund("r", "60.00"),
                LifeMother.payment("one", "40.00"),
                LifeMother.payment("two", "60.00")));
        assertThat(paidWhole.net()).isEqualTo(Money.parse("USD 4.00"));
        assertThat(paidWhole.released()).isEqualTo(Money.parse("USD 4.00"));
    }

    @Test
    void the_same_money_reversed_and_refunded_is_taken_back_once() {
        Commission after = last(settle(
                LifeMother.accrued("USD 100.00", "USD 10.00"),
                LifeMother.payment("one", "100.00"),
                new DealFact(
                        Kind.REVERSAL, "v", "d", Money.parse("USD 20.00"), PAID_ON, "A package was dropped.", "system"),
                refund("r", "20.00")));

        assertThat(after.net()).isEqualTo(Money.parse("USD 8.00"));
        assertThat(after.released()).isEqualTo(Money.parse("USD 8.00"));
    }

    @Test
    void a_deal_undone_before_anything_was_paid_out_voids_its_commission() {
        Movement voided =
                last(new DealFact(Kind.REVERSAL, "v", "d", Money.parse("USD 100.00"), PAID_ON, "Cancelled.", "system"));

        assertThat(voided.kind()).isEqualTo(TransactionKind.VOIDED);
        assertThat(voided.amount()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(voided.after().status()).isEqualTo(CommissionStatus.VOIDED);
        assertThat(voided.after().accounts().values()).allMatch(Money::isZero);
    }

    @Test
    void what_is_kept_back_neither_becomes_payable_nor_goes_into_a_payout() {
        Commission pending =
                last(settle(LifeMother.accrued("USD 100.00", "USD 10.00"), LifeMother.payment("one", "100.00")));
        Commission held = movement(Release.hold(pending, new Hold(Hold.Kind.FINANCE, "Asked why."), "user:a"))
                .after();

        assertThat(held.status()).isEqualTo(CommissionStatus.ON_HOLD);
        assertThat(Release.due(held, DUE, "system")).isEmpty();
        Commission lifted = Release.lift(held, Hold.Kind.FINANCE, "Answered.", "user:a")
                .orElseThrow()
                .after();
        assertThat(Release.due(lifted, DUE, "system")).isPresent();
    }

    @Test
    void a_correction_counts_once_and_never_takes_more_than_is_left() {
        Commission commission = LifeMother.paid("USD 100.00", "USD 10.00");

        Movement corrected = movement(correction("c", "-4.00").on(commission, DUE));

        assertThat(corrected.after().net()).isEqualTo(Money.parse("USD 6.00"));
        assertThat(corrected.after().owedBack()).isEqualTo(Money.parse("USD 4.00"));
        assertThat(correction("c", "-4.00").on(corrected.after(), DUE)).isEqualTo(Decision.allowed(Optional.empty()));
        assertThat(correction("d", "-6.01").on(corrected.after(), DUE)).isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void a_correction_of_a_paid_commission_is_due_at_once() {
        Movement corrected = movement(correction("c", "1.25").on(LifeMother.paid("USD 100.00", "USD 10.00"), DUE));

        assertThat(corrected.after().in(State.PENDING)).isEqualTo(Money.parse("USD 1.25"));
        assertThat(corrected.after().portions())
                .last()
                .extracting(Portion::dueOn)
                .isEqualTo(DUE);
    }

    @Test
    void a_retainer_of_months_is_portioned_to_the_cent() {
        Posting opened = LifeMother.opened(
                Trigger.MONTHLY,
                new Engagement(Engagement.Kind.PROJECT, LocalDate.parse("2026-01-31"), LocalDate.parse("2026-07-30")),
                "USD 100.00",
                "USD 10.00");

        List<Portion> portions =
                java.util.Objects.requireNonNull(opened.opening()).portions();
        assertThat(portions)
                .extracting(portion -> portion.amount().getAmountMinorInt())
                .containsExactly(167, 167, 167, 167, 166, 166);
        assertThat(portions.get(5).dueOn())
                .isEqualTo(LocalDate.parse("2026-07-30").plusDays(30));
    }

    @Test
    void start_and_completion_fall_back_to_what_is_known() {
        Engagement unknown = new Engagement(Engagement.Kind.PROJECT, null, null);
        Engagement started = new Engagement(Engagement.Kind.PROJECT, LocalDate.parse("2026-04-13"), null);

        assertThat(dueOn(Trigger.PROJECT_START, started)).isEqualTo(LocalDate.parse("2026-05-13"));
        assertThat(dueOn(Trigger.COMPLETION, started)).isEqualTo(LocalDate.parse("2026-05-13"));
        assertThat(dueOn(Trigger.PROJECT_START, unknown)).isEqualTo(LocalDate.parse("2026-05-02"));
        assertThat(dueOn(Trigger.MONTHLY, started)).isEqualTo(LocalDate.parse("2026-05-13"));
    }

    @Property(tries = 500)
    void instalments_of_any_size_set_free_the_whole(
            @ForAll @IntRange(min = 1, max = 1_000_000) int commission,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 10_000_000) Integer> cents) {
        long deal = cents.stream().mapToLong(Integer::longValue).sum();
        DealFact[] payments = new DealFact[cents.size()];
        for (int i = 0; i < payments.length; i++) {
            payments[i] = fact(Kind.PAYMENT, "p" + i, cents.get(i));
        }
        Commission before =
                LifeMother.accrued(minor(deal).toString(), minor(commission).toString());

        Commission after = last(settle(before, payments));

        assertThat(after.released()).isEqualTo(before.accrued());
        assertThat(after.in(State.PENDING)).isEqualTo(before.accrued());
    }

    @Property(tries = 500)
    void refund_after_refund_never_leaves_less_than_nothing_and_always_balances(
            @ForAll @IntRange(min = 1, max = 1_000_000) int commission,
            @ForAll @IntRange(min = 1, max = 10_000_000) int deal,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 5_000_000) Integer> amounts,
            @ForAll @Size(value = 12) List<@IntRange(min = 0, max = 2) Integer> kinds) {
        DealFact[] facts = new DealFact[amounts.size()];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = fact(Kind.values()[kinds.get(i)], "f" + i, amounts.get(i));
        }

        List<Movement> movements = settle(
                LifeMother.accrued(minor(deal).toString(), minor(commission).toString()), facts);

        assertThat(movements).allSatisfy(movement -> {
            Commission after = movement.after();
            assertThat(after.net().isNegative()).isFalse();
            assertThat(after.released().isNegative()).isFalse();
            assertThat(after.released().isGreaterThan(after.net())).isFalse();
            assertThat(after.accounts().values()).noneMatch(Money::isNegative);
            assertThat(LedgerLine.balance(movement.lines())).isTrue();
            assertThat(movement.amount().isPositive()).isTrue();
        });
    }

    private static LocalDate dueOn(Trigger trigger, Engagement engagement) {
        Commission opening = LifeMother.opened(trigger, engagement, "USD 100.00", "USD 10.00")
                .opening();
        return java.util.Objects.requireNonNull(opening).portions().get(0).dueOn();
    }

    private static Money minor(long cents) {
        return Money.ofMinor(LifeMother.USD, cents);
    }

    private static DealFact fact(Kind kind, String id, int cents) {
        return new DealFact(kind, id, "d", minor(cents), PAID_ON, "It happened.", "system");
    }

    private static DealFact refund(String id, String amount) {
        return new DealFact(Kind.REFUND, id, "d", Money.parse("USD " + amount), PAID_ON, "Refunded.", "system");
    }

    private static Correction correction(String id, String amount) {
        return new Correction(
                id,
                Money.parse("USD " + amount),
                false,
                "A mistake.",
                "user:a",
                List.of("A mistake of " + amount + "."));
    }

    private static Movement movement(Decision<Optional<Movement>> decision) {
        return decision.orElseThrow().orElseThrow();
    }

    private static Movement last(DealFact fact) {
        List<Movement> movements = settle(LifeMother.accrued("USD 100.00", "USD 10.00"), fact);
        return movements.get(movements.size() - 1);
    }

    private static Commission last(List<Movement> movements) {
        return movements.get(movements.size() - 1).after();
    }

    /** All that a deal's facts lead to, one after the other, as the chain would hold it. */
    private static List<Movement> settle(Commission commission, DealFact... facts) {
        List<Movement> movements = new ArrayList<>();
        Commission now = commission;
        ChainHead chain = ChainHead.start(commission.partnerId());
        Optional<Movement> next = Settlement.next(now, LifeMother.file(facts), PAID_ON);
        while (next.isPresent()) {
            movements.add(next.get());
            chain = chain.next(next.get(), java.time.Instant.EPOCH).asHead("");
            now = next.get().after();
            next = Settlement.next(now, LifeMother.file(facts), PAID_ON);
        }
        assertThat(chain.number()).isEqualTo(now.revision() - 1);
        return movements;
    }
}
