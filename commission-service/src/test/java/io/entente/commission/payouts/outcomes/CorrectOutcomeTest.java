package io.entente.commission.payouts.outcomes;

import static io.entente.commission.payouts.PayoutMother.NOW;
import static io.entente.commission.payouts.PayoutMother.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payouts.BookedMoney;
import io.entente.commission.payouts.InMemoryPayouts;
import io.entente.commission.payouts.OneBatch;
import io.entente.commission.payouts.OutcomeCorrections;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.Payout.State;
import io.entente.commission.payouts.PayoutEvent;
import io.entente.commission.payouts.PayoutMother;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.commission.payouts.SettlePayout;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectOutcomeTest {

    private static final String MAKER = "finance:u-1";
    private static final String CHECKER = "finance:u-2";
    private static final PayoutOutcome FAILED = PayoutOutcome.failed("No debit.", MAKER);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Payout sent = PayoutMother.submitted();
    private final InMemoryPayouts payouts = new InMemoryPayouts(sent);
    private final BookedMoney money = new BookedMoney();
    private final SettlePayout settle = new SettlePayout(payouts, money, clock);
    private final CorrectOutcome correct =
            new CorrectOutcome(payouts, new OneBatch(PayoutMother.batch()), money, settle, clock);

    @Test
    void a_day_that_was_reported_wrongly_is_corrected_without_a_booking() {
        report(paid(TODAY));

        assertThat(ask("c-1", paid(TODAY.minusDays(1))).isAllowed()).isTrue();
        Payout after = confirm("c-1").orElseThrow();

        assertThat(after.state()).isEqualTo(State.PAID);
        assertThat(after.paidOn()).isEqualTo(TODAY.minusDays(1));
        assertThat(after.isSettling()).isFalse();
        assertThat(after.sequence())
                .as("the request and the day are events 3 and 4")
                .isEqualTo(4);
        assertThat(money.booked()).containsExactly("paid");
    }

    @Test
    void each_correction_of_money_has_its_own_number_in_the_ledger() {
        report(paid(TODAY));
        ask("c-1", FAILED);
        confirm("c-1");
        ask("c-2", paid(TODAY));
        confirm("c-2");

        assertThat(now().state()).isEqualTo(State.PAID);
        assertThat(money.booked()).containsExactly("paid", "corrected to failed 1", "corrected to paid 2");
    }

    @Test
    void what_a_crash_interrupted_is_completed_by_the_sweep_of_settlements() {
        report(paid(TODAY));
        ask("c-1", FAILED);
        Payout begun = OutcomeCorrections.confirm(now(), "c-1", CHECKER, NOW).orElseThrow();
        payouts.update(payouts.load(sent.id()).orElseThrow(), unannounced(begun));
        assertThat(now().isSettling()).isTrue();
        assertThat(settle.report(sent.id(), PayoutOutcome.returned(TODAY, "Late.", MAKER))
                        .isAllowed())
                .as("no other outcome in between")
                .isFalse();

        settle.finish(now());

        assertThat(now().state()).isEqualTo(State.FAILED);
        assertThat(now().paidOn()).isNull();
        assertThat(money.booked()).containsExactly("paid", "corrected to failed 1");
    }

    @Test
    void a_confirmed_correction_that_the_ledger_cannot_book_waits_again_and_the_outcome_stays() {
        report(FAILED);
        ask("c-1", paid(TODAY));
        Payout begun = OutcomeCorrections.confirm(now(), "c-1", CHECKER, NOW).orElseThrow();
        payouts.update(payouts.load(sent.id()).orElseThrow(), unannounced(begun));
        money.spend("The money is in another payout.");

        Payout after = settle.finish(now());

        assertThat(after.state()).isEqualTo(State.FAILED);
        assertThat(after.isSettling()).isFalse();
        assertThat(after.corrections().waiting().orElseThrow().note()).isEqualTo("The money is in another payout.");
        assertThat(confirm("c-1").rejection()).contains("The money is in another payout.");
        assertThat(money.booked()).containsExactly("failed");
    }

    @Test
    void a_correction_of_an_outcome_that_has_changed_since_is_refused() {
        report(paid(TODAY));
        ask("c-1", FAILED);
        report(PayoutOutcome.returned(TODAY, "Name differs.", MAKER));

        assertThat(confirm("c-1").rejection())
                .hasValueSatisfying(why -> assertThat(why).contains("RETURNED now"));
        assertThat(correct.decline(sent.id(), "c-1", CHECKER, "Outdated.", unused -> {})
                        .isAllowed())
                .isTrue();
        assertThat(ask("c-2", FAILED).rejection()).contains("A payout that is RETURNED can be corrected to PAID only.");
    }

    @Test
    void a_payout_is_corrected_at_most_twenty_times() {
        report(paid(TODAY));
        for (int i = 1; i <= OutcomeCorrections.MAX; i++) {
            assertThat(ask("c-" + i, i % 2 == 1 ? FAILED : paid(TODAY)).isAllowed())
                    .isTrue();
            assertThat(confirm("c-" + i).isAllowed()).isTrue();
        }

        assertThat(ask("c-21", FAILED).rejection()).contains("A payout can be corrected at most 20 times.");
    }

    private void report(PayoutOutcome outcome) {
        settle.report(sent.id(), outcome).orElseThrow();
    }

    private Decision<Payout> ask(String id, PayoutOutcome to) {
        return correct.ask(sent.id(), id, to, "No debit.", MAKER, unused -> {});
    }

    private Decision<Payout> confirm(String id) {
        return correct.confirm(sent.id(), id, CHECKER, unused -> {});
    }

    private Payout now() {
        return payouts.find(sent.id()).orElseThrow();
    }

    private static PayoutOutcome paid(LocalDate on) {
        return PayoutOutcome.paid(on, MAKER);
    }

    private static Change<Payout, PayoutEvent> unannounced(Payout payout) {
        return new Change<>(payout, List.of());
    }
}
