package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.payables.LedgerPayables;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.PayoutCorrections;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.payables.TaxTerms;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The ledger of payouts with 19 % VAT and 10 % withholding. Deals earn 10 %. */
class TaxedPayoutTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate CUT_OFF = LocalDate.parse("2026-12-31");
    private static final TaxTerms TAXED = new TaxTerms(new BigDecimal("19"), BigDecimal.TEN, "DOMESTIC");

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));
    private final Payables payables = new LedgerPayables(program.index, program.ledger, program.life, program.netting);

    @Test
    void vat_and_withheld_tax_are_booked_beside_the_commission_when_the_payout_is_paid() {
        payable("d", "EUR 10000.00");

        PayoutEntry planned = allocated("po", TAXED);
        assertThat(planned.net()).isEqualTo(Money.parse("EUR 1000.00"));
        assertThat(planned.paid()).isEqualTo(Money.parse("EUR 1090.00"));
        assertThat(planned.explanation())
                .anyMatch(step -> step.contains("VAT of 19 % (DOMESTIC) adds 190.00 EUR")
                        && step.contains("The amount paid is 1090.00 EUR."));
        assertTaxes("0.00", "0.00", "0.00");

        payables.paid("po", "user:a");

        assertTaxes("190.00", "100.00", "90.00");
        assertThat(balance(Account.PAID)).as("the commission").isEqualTo("1000.00");
        assertThat(balance(Account.COMMISSION_EXPENSE))
                .as("VAT is no commission")
                .isEqualTo("1000.00");
        assertThat(program.ledger.transactions()).allMatch(transaction -> LedgerLine.balance(transaction.lines()));
    }

    @Test
    void a_payout_that_comes_back_takes_its_taxes_back_and_one_that_fails_never_books_them() {
        payable("d", "EUR 10000.00");
        allocated("po", TAXED);
        payables.paid("po", "user:a");

        payables.returned("po", 0, "The account is closed.", "user:a");
        assertTaxes("0.00", "0.00", "0.00");

        allocated("po-2", TAXED);
        payables.failed("po-2", "The account is closed.", "user:a");
        assertTaxes("0.00", "0.00", "0.00");
        assertThat(balance(Account.PAYABLE)).isEqualTo("1000.00");
    }

    @Test
    void a_corrected_outcome_takes_the_taxes_back_and_books_them_again() {
        PayoutCorrections corrections = new PayoutCorrections(program.ledger, program.life, program.netting);
        payable("d", "EUR 10000.00");
        allocated("po", TAXED);
        payables.paid("po", "user:a");

        corrections.notPaid("po", 1, "Reported wrongly.", "Confirmed by user:b.", "user:a");
        assertTaxes("0.00", "0.00", "0.00");

        assertThat(corrections.paid("po", 2, "It was paid after all.", "Confirmed by user:b.", "user:a"))
                .isEmpty();
        assertTaxes("190.00", "100.00", "90.00");
    }

    @Test
    void what_is_taken_back_takes_its_taxes_back_in_proportion_with_the_next_payout() {
        payable("d", "EUR 10000.00");
        allocated("po", TAXED);
        payables.paid("po", "user:a");
        record(Kind.REFUND, "r", "d", "EUR 4000.00");

        payable("e", "EUR 10000.00");
        PayoutEntry next = allocated("po-2", TAXED);
        payables.paid("po-2", "user:a");

        assertThat(next.net()).as("1,000 less 400").isEqualTo(Money.parse("EUR 600.00"));
        assertThat(next.paid()).as("600 + 114 - 60").isEqualTo(Money.parse("EUR 654.00"));
        assertTaxes("304.00", "160.00", "144.00");
        assertThat(balance(Account.COMMISSION_EXPENSE))
                .as("19 % of it is the VAT, and 10 % is withheld")
                .isEqualTo("1600.00");
    }

    @Test
    void what_is_set_off_against_a_debt_is_not_taxed() {
        payable("d", "EUR 10000.00");
        allocated("po", TAXED);
        record(Kind.REFUND, "r", "d", "EUR 4000.00");
        payables.paid("po", "user:a");
        assertTaxes("190.00", "100.00", "90.00");

        payable("e", "EUR 2000.00");
        assertThat(payables.allocate("po-2", ASH, CurrencyUnit.EUR, CUT_OFF, TAXED, "user:a"))
                .as("200 are set off against the debt of 400")
                .isEmpty();
    }

    @Test
    void a_payout_without_taxes_is_booked_as_before() {
        payable("d", "EUR 10000.00");

        PayoutEntry planned = payables.allocate("po", ASH, CurrencyUnit.EUR, CUT_OFF, "user:a")
                .orElseThrow();
        payables.paid("po", "user:a");

        assertThat(planned.paid()).isEqualTo(Money.parse("EUR 1000.00"));
        assertThat(planned.explanation()).noneMatch(step -> step.contains("VAT"));
        assertThat(program.ledger.head(ASH).balances().amounts().get(CurrencyUnit.EUR))
                .doesNotContainKeys(Account.VAT, Account.WITHHELD, Account.TAX_PAID);
    }

    private PayoutEntry allocated(String payout, TaxTerms terms) {
        return payables.allocate(payout, ASH, CurrencyUnit.EUR, CUT_OFF, terms, "user:a")
                .orElseThrow();
    }

    private void payable(String deal, String amount) {
        program.accrue(DealMother.deal(deal, "par_ash", amount));
        record(Kind.PAYMENT, "p-" + deal, deal, amount);
        program.clock.moveTo(Instant.parse("2026-06-01T09:00:00Z"));
        program.sweep.sweep();
    }

    private void record(Kind kind, String id, String deal, String amount) {
        program.settling.record(new DealFact(
                kind, id, deal, Money.parse(amount), LocalDate.parse("2026-04-02"), "It happened.", "user:a"));
    }

    private void assertTaxes(String vat, String withheld, String paidBeside) {
        assertThat(Stream.of(Account.VAT, Account.WITHHELD, Account.TAX_PAID)
                        .map(this::balance)
                        .toList())
                .isEqualTo(List.of(vat, withheld, paidBeside));
    }

    private String balance(Account account) {
        return program.ledger
                .head(ASH)
                .balances()
                .of(account, CurrencyUnit.EUR)
                .getAmount()
                .toPlainString();
    }
}
