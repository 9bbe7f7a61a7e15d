package io.entente.commission.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.payables.Paying;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.settlement.Settlement;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What explanations say about a commission of 1,000.00 on a deal of 10,000.00, of which 4,000.00 are refunded while a payout has
 * it. 600.00 are left, but the payout moves 1,000.00.
 */
class ExplanationsTest {

    private static final Pattern PART = Pattern.compile("([0-9.]+) EUR of (?:the )?([0-9.]+) EUR");
    private static final LocalDate DUE = LocalDate.parse("2026-05-31");
    private static final DealFact PAYMENT = fact(Kind.PAYMENT, "one", "10000.00");
    private static final DealFact REFUND = fact(Kind.REFUND, "back", "4000.00");

    private final List<Movement> life = new ArrayList<>();
    private Commission now = LifeMother.accrued("EUR 10000.00", "EUR 1000.00");

    @Test
    void a_failed_payout_is_explained_with_what_it_took_and_what_the_commission_is() {
        allocated();
        next(Settlement.next(now, LifeMother.file(PAYMENT, REFUND), DUE).orElseThrow());
        next(Paying.failed(now, "pay_1", Paying.Ending.FAILED, "Account closed.", "user:a")
                .orElseThrow());

        assertThat(kinds())
                .containsExactly(
                        TransactionKind.SCHEDULED,
                        TransactionKind.RELEASED,
                        TransactionKind.ALLOCATED,
                        TransactionKind.CLAWED_BACK,
                        TransactionKind.PAYOUT_FAILED);
        assertThat(explained(1))
                .containsExactly(
                        "1000.00 EUR are due by 2026-05-31, so they are payable. The commission is 1000.00 EUR.");
        assertThat(explained(2))
                .containsExactly("Of this commission, 1000.00 EUR are payable; payout pay_1 takes 1000.00 EUR of it.");
        assertThat(explained(3))
                .contains(
                        "In total 4000.00 EUR of 10000.00 EUR are undone.",
                        "The same fraction of 1000.00 EUR is 400.00 EUR. Until now, 0.00 EUR were taken back.",
                        "The commission is 600.00 EUR now.",
                        "In total, 400.00 EUR were taken back after payouts had taken them.");
        assertThat(explained(4))
                .containsExactly(
                        "Payout pay_1 failed, so the 1000.00 EUR that it took are payable again. Of this, 400.00 EUR was taken back"
                                + " in the meantime and is owed back. What the partner still owes of it is set off. The"
                                + " commission is 600.00 EUR now.");
        noPartIsGreaterThanItsWhole();
    }

    @Test
    void a_returned_payout_is_explained_with_what_it_took_and_what_the_commission_is() {
        allocated();
        next(Paying.paid(now, "pay_1", "user:a").orElseThrow());
        next(Settlement.next(now, LifeMother.file(PAYMENT, REFUND), DUE).orElseThrow());
        next(Paying.returned(now, "pay_1", "Account closed.", "user:a").orElseThrow());

        assertThat(explained(3))
                .containsExactly(
                        "Payout pay_1 paid 1000.00 EUR of this commission. With this, 1000.00 EUR of it are paid.");
        assertThat(explained(5))
                .containsExactly(
                        "Payout pay_1 was returned, so the 1000.00 EUR that it took are payable again. Of this, 400.00 EUR was taken back"
                                + " in the meantime and is owed back. What the partner still owes of it is set off. The"
                                + " commission is 600.00 EUR now.");
        noPartIsGreaterThanItsWhole();
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEN_OUT, was taken out of its batch",
        "CANCELLED, was cancelled with its batch",
        "NOT_PLANNED, was not planned"
    })
    void a_payout_that_never_went_to_the_bank_is_not_explained_as_failed(Paying.Ending ending, String words) {
        allocated();
        next(Paying.failed(now, "pay_1", ending, "Wrong account.", "user:a").orElseThrow());

        assertThat(explained(3))
                .containsExactly("Payout pay_1 " + words
                        + ", so the 1000.00 EUR that it took are payable again. The commission is 1000.00 EUR now.");
    }

    @Test
    void a_hold_of_more_than_is_left_names_what_is_held_alone() {
        allocated();
        next(Settlement.next(now, LifeMother.file(PAYMENT, REFUND), DUE).orElseThrow());
        next(Paying.failed(now, "pay_1", Paying.Ending.FAILED, "Account closed.", "user:a")
                .orElseThrow());
        next(Release.hold(now, new Hold(Hold.Kind.FINANCE, "Asked why."), "user:a")
                .toOptional()
                .flatMap(held -> held)
                .orElseThrow());

        assertThat(explained(5)).containsExactly("1000.00 EUR that are not paid yet are on hold: Asked why.");
        noPartIsGreaterThanItsWhole();
    }

    @Test
    void what_a_voided_refund_gives_back_is_not_part_of_what_is_still_taken_back() {
        allocated();
        next(Settlement.next(now, LifeMother.file(PAYMENT, REFUND), DUE).orElseThrow());
        DealFact voided = REFUND.voided(DUE, "Entered twice.", "user:a");
        next(Settlement.next(now, LifeMother.file(PAYMENT, REFUND, voided), DUE).orElseThrow());

        assertThat(life.get(4).kind()).isEqualTo(TransactionKind.ADJUSTED);
        assertThat(explained(4))
                .contains(
                        "The same fraction of 1000.00 EUR is 0.00 EUR. Until now, 400.00 EUR were taken back.",
                        "The commission is 1000.00 EUR now.");
        noPartIsGreaterThanItsWhole();
    }

    private void allocated() {
        next(Settlement.next(now, LifeMother.file(PAYMENT), DUE).orElseThrow());
        next(Release.due(now, DUE, "system").orElseThrow());
        next(Paying.allocate(now, "pay_1", DUE, "user:a").orElseThrow());
        assertThat(now.in(State.ALLOCATED)).isEqualTo(Money.parse("EUR 1000.00"));
    }

    private void next(Movement movement) {
        life.add(movement);
        now = movement.after();
    }

    private List<TransactionKind> kinds() {
        return life.stream().map(Movement::kind).toList();
    }

    private List<String> explained(int number) {
        return life.get(number).explanation();
    }

    private void noPartIsGreaterThanItsWhole() {
        assertThat(life)
                .allSatisfy(movement -> assertThat(movement.explanation()).isNotEmpty());
        for (Movement movement : life) {
            for (String sentence : movement.explanation()) {
                Matcher part = PART.matcher(sentence);
                while (part.find()) {
                    assertThat(new BigDecimal(part.group(1)))
                            .as(sentence)
                            .isLessThanOrEqualTo(new BigDecimal(part.group(2)));
                }
            }
        }
    }

    private static DealFact fact(Kind kind, String id, String amount) {
        return new DealFact(
                kind, id, "d", Money.parse("EUR " + amount), LocalDate.parse("2026-05-01"), "Agreed.", "user:a");
    }
}
