package io.entente.commission.statements.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.InMemoryAmendments;
import io.entente.commission.deals.InMemoryDeals;
import io.entente.commission.ledger.InMemoryLedger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.statements.ChainMother;
import io.entente.commission.statements.DealLife;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedCausesTest {

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryDeals deals = new InMemoryDeals();
    private final Posting closing = ChainMother.deal("par_pine", "d1", "Brightwater", "USD 10000.00", "USD 1000.00");
    private final DealLife life = new DealLife(closing);
    private final RecordedCauses causes = new RecordedCauses(ledger, deals, new InMemoryAmendments(), new PayoutDays() {
        @Override
        public Optional<LocalDate> paidOn(String payoutId) {
            return payoutId.equals("po-1") ? Optional.of(LocalDate.parse("2026-06-02")) : Optional.empty();
        }

        @Override
        public Optional<LocalDate> returnedOn(String payoutId) {
            return payoutId.equals("po-1") ? Optional.of(LocalDate.parse("2026-06-09")) : Optional.empty();
        }
    });

    @Test
    void each_line_counts_on_the_day_of_the_deal_of_the_report_or_of_the_bank() {
        ledger.append(closing);
        ledger.append(life.paid("USD 10000.00", "2026-04-04"));
        ledger.append(life.refunded("USD 2500.00", "2026-05-01"));
        ledger.append(life.released("2026-05-04"));
        ledger.append(life.allocated("po-1", "2026-05-04"));
        ledger.append(life.paidOut("po-1"));
        ledger.append(life.returned("po-1"));
        ledger.append(life.reversed("USD 10000.00", "2026-06-12"));
        ledger.append(ChainMother.reversed(closing));
        life.file().facts().forEach(deals::file);

        Map<Long, Cause> found = causes.of(ledger.transactions());

        assertThat(ledger.transactions())
                .extracting(LedgerTransaction::kind)
                .containsExactly(
                        TransactionKind.ACCRUAL,
                        TransactionKind.SCHEDULED,
                        TransactionKind.CLAWED_BACK,
                        TransactionKind.RELEASED,
                        TransactionKind.ALLOCATED,
                        TransactionKind.PAID,
                        TransactionKind.RETURNED,
                        TransactionKind.VOIDED,
                        TransactionKind.RECOUNTED);
        assertThat(days(found))
                .isEqualTo(Map.of(
                        1L, LocalDate.parse("2026-04-02"),
                        3L, LocalDate.parse("2026-05-01"),
                        6L, LocalDate.parse("2026-06-02"),
                        7L, LocalDate.parse("2026-06-09"),
                        8L, LocalDate.parse("2026-06-12"),
                        9L, LocalDate.parse("2026-06-12")));
        assertThat(found.get(3L).report()).isEqualTo(life.file().facts().get(1));
        assertThat(found.get(8L).report()).isEqualTo(life.file().facts().get(2));
        assertThat(found.get(6L).payoutId()).isEqualTo("po-1");
        assertThat(found.get(7L).payoutId()).isEqualTo("po-1");
    }

    @Test
    void a_payout_without_a_reported_day_counts_on_the_day_of_its_booking() {
        ledger.append(closing);
        ledger.append(life.paid("USD 10000.00", "2026-04-04"));
        ledger.append(life.released("2026-05-04"));
        ledger.append(life.allocated("po-2", "2026-05-04"));
        ledger.append(life.paidOut("po-2"));
        life.file().facts().forEach(deals::file);

        Map<Long, Cause> found = causes.of(ledger.transactions());
        assertThat(days(found)).containsOnlyKeys(1L);
        assertThat(found.get(5L)).isEqualTo(new Cause(null, null, "po-2"));
    }

    @Test
    void a_payout_whose_outcome_was_corrected_to_paid_says_so() {
        ledger.append(closing);
        ledger.append(life.paid("USD 10000.00", "2026-04-04"));
        ledger.append(life.released("2026-05-04"));
        ledger.append(life.allocated("po-1", "2026-05-04"));
        ledger.append(life.failed("po-1"));
        ledger.append(life.paidAfterAll("po-1"));
        life.file().facts().forEach(deals::file);

        Cause cause = causes.of(ledger.transactions()).get(6L);

        assertThat(cause.note()).isEqualTo(Cause.Note.PAID_AFTER_ALL);
        assertThat(cause.payoutId()).isEqualTo("po-1");
        assertThat(cause.valueOn()).isEqualTo(LocalDate.parse("2026-06-02"));
    }

    private static Map<Long, LocalDate> days(Map<Long, Cause> causes) {
        Map<Long, LocalDate> days = new HashMap<>();
        causes.forEach((number, cause) -> {
            if (cause.valueOn() != null) {
                days.put(number, cause.valueOn());
            }
        });
        return days;
    }
}
