package io.entente.commission.statements;

import static io.entente.commission.statements.ChainMother.corrected;
import static io.entente.commission.statements.ChainMother.deal;
import static io.entente.commission.statements.ChainMother.reversed;
import static io.entente.commission.statements.DrawnStatements.PINE;
import static io.entente.commission.statements.DrawnStatements.Q2;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.chain.StatementLine;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The figures of a statement: revenue, what was taken back, what is payable and what waits, taxes. */
class StatementFiguresTest {

    private final DrawnStatements drawn = new DrawnStatements();

    @Test
    void revenue_follows_corrected_and_reversed_deals_and_the_lines_add_up_to_it() {
        Posting first = deal("par_pine", "d1", "Brightwater", "USD 10000.00", "USD 1000.00");
        Posting second = deal("par_pine", "d2", "Brightwater", "USD 500.00", "USD 50.00");
        drawn.ledger
                .at("2026-04-02T09:00:00Z", first)
                .at("2026-04-03T09:00:00Z", second)
                .at("2026-05-04T09:00:00Z", corrected(first, "USD 8000.00"))
                .at("2026-07-04T09:00:00Z", reversed(second));

        Statement booked = drawn.only(Q2, ZoneOffset.UTC);
        assertThat(booked.figures().revenue()).isEqualTo(Money.parse("USD 8500.00"));
        assertThat(drawn.lines(booked))
                .extracting(StatementLine::kind, StatementLine::revenue)
                .containsExactly(
                        Tuple.tuple("ACCRUAL", Money.parse("USD 10000.00")),
                        Tuple.tuple("ACCRUAL", Money.parse("USD 500.00")),
                        Tuple.tuple("RECOUNTED", Money.parse("USD -2000.00")));

        Statement takenBack = drawn.only(new Quarter(2026, 3), ZoneOffset.UTC);
        assertThat(takenBack.figures().revenue()).isEqualTo(Money.parse("USD -500.00"));
        assertThat(takenBack.figures().takenBack()).isEqualTo(Money.parse("USD 500.00"));
        assertThat(booked.figures().takenBack())
                .as("a correction takes nothing back")
                .isEqualTo(Money.parse("USD 0.00"));
        assertThat(drawn.lines(takenBack))
                .extracting(StatementLine::revenue)
                .containsExactly(Money.parse("USD -500.00"));
    }

    @Test
    void revenue_leaves_out_what_was_refunded_in_the_quarter_of_the_refund() {
        DealLife life = drawn.booked("d1", "USD 10000.00", "USD 1000.00");
        drawn.ledger
                .at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.refunded("USD 2500.00", "2026-05-01"))
                .at("2026-07-04T09:00:00Z", life.refunded("USD 1500.00", "2026-06-30"));

        Statement second = drawn.only(Q2, ZoneOffset.UTC);
        assertThat(second.figures().revenue()).isEqualTo(Money.parse("USD 7500.00"));
        assertThat(second.figures().takenBack()).isEqualTo(Money.parse("USD 2500.00"));
        assertThat(drawn.lines(second))
                .extracting(StatementLine::revenue)
                .containsExactly(Money.parse("USD 10000.00"), Money.parse("USD -2500.00"));

        Statement third = drawn.only(new Quarter(2026, 3), ZoneOffset.UTC);
        assertThat(third.figures().revenue())
                .as("only what the second refund adds to the first")
                .isEqualTo(Money.parse("USD -1500.00"));
        assertThat(third.figures().takenBack()).isEqualTo(Money.parse("USD 1500.00"));
    }

    @Test
    void a_deal_that_is_refunded_in_part_and_then_reversed_is_taken_off_the_revenue_once() {
        Posting posting = deal("par_pine", "d1", "Brightwater", "USD 10000.00", "USD 1000.00");
        DealLife life = new DealLife(posting);
        drawn.ledger
                .at("2026-04-02T09:00:00Z", posting)
                .at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.refunded("USD 2500.00", "2026-05-01"))
                .at("2026-06-04T09:00:00Z", life.reversed("USD 10000.00", "2026-06-04"))
                .at("2026-06-04T09:00:01Z", reversed(posting));

        Statement statement = drawn.only(Q2, ZoneOffset.UTC);

        assertThat(statement.figures().revenue()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(statement.figures().takenBack()).isEqualTo(Money.parse("USD 10000.00"));
        assertThat(statement.figures().earned()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(drawn.lines(statement))
                .extracting(StatementLine::revenue)
                .containsExactly(
                        Money.parse("USD 10000.00"),
                        Money.parse("USD -2500.00"),
                        Money.parse("USD 2500.00"),
                        Money.parse("USD -10000.00"));
    }

    @Test
    void the_closing_balance_is_split_into_what_is_payable_now_and_what_waits() {
        DealLife life = drawn.booked("d1", "USD 10000.00", "USD 1000.00");
        drawn.booked("d2", "USD 5000.00", "USD 500.00");
        drawn.ledger
                .at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.released("2026-05-04"));

        assertThat(drawn.only(Q2, ZoneOffset.UTC).figures().unpaid())
                .isEqualTo(new Split(Money.parse("USD 1000.00"), Money.parse("USD 500.00")));
    }

    /** d1 earns 1,000.00 and d2 500.00 in the second quarter; the client pays d1. In the third, it pays d2, and d3 earns 200.00. */
    @Test
    void earnings_are_split_into_a_payable_part_and_a_waiting_part() {
        DealLife first = drawn.booked("d1", "USD 10000.00", "USD 1000.00");
        DealLife second = drawn.booked("d2", "USD 5000.00", "USD 500.00");
        drawn.ledger
                .at("2026-04-04T09:00:00Z", first.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", first.released("2026-05-04"))
                .at("2026-07-02T09:00:00Z", deal("par_pine", "d3", "Brightwater", "USD 2000.00", "USD 200.00"))
                .at("2026-07-04T09:00:00Z", second.paid("USD 5000.00", "2026-07-04"))
                .at("2026-08-04T09:00:00Z", second.released("2026-08-04"));

        Figures spring = drawn.only(Q2, ZoneOffset.UTC).figures();
        assertThat(spring.earned()).isEqualTo(Money.parse("USD 1500.00"));
        assertThat(spring.earnedSplit()).isEqualTo(new Split(Money.parse("USD 1000.00"), Money.parse("USD 500.00")));

        Figures summer = drawn.only(new Quarter(2026, 3), ZoneOffset.UTC).figures();
        assertThat(summer.earned()).isEqualTo(Money.parse("USD 200.00"));
        assertThat(summer.earnedSplit())
                .as("500.00 of the second quarter became payable, and 200.00 waits instead of 500.00")
                .isEqualTo(new Split(Money.parse("USD 500.00"), Money.parse("USD -300.00")));
        assertThat(summer.unpaid()).isEqualTo(new Split(Money.parse("USD 1500.00"), Money.parse("USD 200.00")));
    }

    @Test
    void an_amount_is_taken_back_from_the_part_that_it_was_in() {
        DealLife life = drawn.booked("d1", "USD 10000.00", "USD 1000.00");
        drawn.ledger
                .at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.released("2026-05-04"))
                .at("2026-05-05T09:00:00Z", life.refunded("USD 2500.00", "2026-05-05"));

        Figures figures = drawn.only(Q2, ZoneOffset.UTC).figures();

        assertThat(figures.earned()).isEqualTo(Money.parse("USD 750.00"));
        assertThat(figures.earnedSplit()).isEqualTo(new Split(Money.parse("USD 750.00"), Money.parse("USD 0.00")));
    }

    @Test
    void taxes_of_a_payout_are_neither_earned_nor_paid_commission_and_have_a_line_of_their_own() {
        DealLife life = drawn.booked("d1", "USD 10000.00", "USD 1000.00");
        Money thousand = Money.parse("USD 1000.00");
        PayoutTax tax = new PayoutTax(Money.parse("USD 190.00"), Money.parse("USD 100.00"));
        drawn.ledger
                .at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.released("2026-05-04"))
                .at("2026-05-05T09:00:00Z", life.allocated("po", "2026-05-05"))
                .at("2026-05-06T09:00:00Z", life.paidOut("po"))
                .at(
                        "2026-05-06T09:00:01Z",
                        new PayoutEntry(
                                PINE,
                                "po",
                                PayoutEntry.Stage.PAID,
                                0,
                                thousand,
                                Money.zero(CurrencyUnit.USD),
                                tax,
                                List.of(),
                                "finance:u-1",
                                List.of()));

        Statement statement = drawn.only(Q2, ZoneOffset.UTC);

        assertThat(statement.figures().earned()).isEqualTo(thousand);
        assertThat(statement.figures().paid()).isEqualTo(thousand);
        assertThat(statement.figures().closing()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(statement.figures().tax()).isEqualTo(tax);
        assertThat(statement.figures().transferred()).isEqualTo(Money.parse("USD 1090.00"));
        assertThat(drawn.lines(statement))
                .extracting(StatementLine::kind, StatementLine::paid, StatementLine::tax)
                .contains(
                        Tuple.tuple("PAID", thousand, PayoutTax.none(CurrencyUnit.USD)),
                        Tuple.tuple("TAX", Money.parse("USD 0.00"), tax));
        assertThat(drawn.only(new Quarter(2026, 3), ZoneOffset.UTC)
                        .figures()
                        .tax()
                        .isNone())
                .isTrue();
    }
}
