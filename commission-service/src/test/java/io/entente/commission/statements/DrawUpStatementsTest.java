package io.entente.commission.statements;

import static io.entente.commission.statements.ChainMother.corrected;
import static io.entente.commission.statements.ChainMother.deal;
import static io.entente.commission.statements.ChainMother.nothing;
import static io.entente.commission.statements.ChainMother.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.StatementLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.groups.Tuple;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DrawUpStatementsTest {

    private static final PartnerId PINE = new PartnerId("par_pine");
    private static final Quarter Q2 = new Quarter(2026, 2);

    private RecordingLedger ledger = new RecordingLedger();
    private long received = 3;

    @Test
    void a_statement_has_the_entries_of_its_quarter_and_the_balance_before_it() {
        ledger.at("2026-03-31T23:59:59Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"))
                .at("2026-04-01T00:00:00Z", deal("par_pine", "d2", "Brightwater", "USD 200.00", "USD 20.00"))
                .at("2026-06-30T23:59:59Z", nothing("par_pine", "d3", "USD 50.00"))
                .at("2026-07-01T00:00:00Z", deal("par_pine", "d4", "Brightwater", "USD 400.00", "USD 40.00"));

        Statement statement = only(Q2, ZoneOffset.UTC);

        assertThat(statement.figures())
                .isEqualTo(new Figures(
                        3,
                        Money.parse("USD 250.00"),
                        Money.parse("USD 20.00"),
                        Money.parse("USD 0.00"),
                        Money.parse("USD 10.00"),
                        Money.parse("USD 30.00"),
                        Money.parse("USD 0.00"),
                        PayoutTax.none(CurrencyUnit.USD),
                        new Split(Money.parse("USD 0.00"), Money.parse("USD 30.00")),
                        new Split(Money.parse("USD 0.00"), Money.parse("USD 10.00"))));
        assertThat(lines(statement)).extracting(StatementLine::dealId).containsExactly("d2", "d3");
    }

    @Test
    void a_quarter_begins_in_the_time_zone_of_the_program() {
        ledger.at("2026-03-31T16:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"));

        assertThat(only(Q2, ZoneId.of("Asia/Kuala_Lumpur")).figures().earned()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(only(new Quarter(2026, 1), ZoneOffset.UTC).figures().earned())
                .isEqualTo(Money.parse("USD 10.00"));
    }

    @Test
    void referrals_are_counted_in_one_of_the_statements_of_a_quarter() {
        received = 15;
        ledger.at("2026-03-02T09:00:00Z", deal("par_pine", "d0", "Brightwater", "KWD 10.000", "KWD 1.000"))
                .at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"))
                .at("2026-04-03T09:00:00Z", deal("par_pine", "d2", "Brightwater", "JPY 10000", "JPY 1000"));

        assertThat(referrals()).containsExactly("JPY 15", "KWD 0", "USD 0");

        ledger.at("2026-04-04T09:00:00Z", deal("par_pine", "d3", "Brightwater", "EUR 100.00", "EUR 10.00"));
        assertThat(referrals())
                .as("the program's currency counts them if there is a statement in it")
                .containsExactly("EUR 15", "JPY 0", "KWD 0", "USD 0");
    }

    private List<String> referrals() {
        return of(Q2, ZoneOffset.UTC).stream()
                .map(statement ->
                        statement.currency() + " " + statement.figures().referrals())
                .toList();
    }

    @Test
    void each_currency_has_a_separate_statement() {
        ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"))
                .at("2026-04-03T09:00:00Z", deal("par_pine", "d2", "Brightwater", "JPY 10000", "JPY 1000"));

        List<Statement> statements = of(Q2, ZoneOffset.UTC);

        assertThat(statements).extracting(Statement::currency).containsExactly(CurrencyUnit.JPY, CurrencyUnit.USD);
        assertThat(lines(statements.get(0))).extracting(StatementLine::dealId).containsExactly("d2");
    }

    @Test
    void a_quarter_without_entries_carries_the_balance() {
        ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"));

        Statement quiet = only(new Quarter(2026, 3), ZoneOffset.UTC);

        assertThat(quiet.figures().opening())
                .isEqualTo(quiet.figures().closing())
                .isEqualTo(Money.parse("USD 10.00"));
        assertThat(lines(quiet)).isEmpty();
    }

    @Test
    void revenue_follows_corrected_and_reversed_deals_and_the_lines_add_up_to_it() {
        Posting first = deal("par_pine", "d1", "Brightwater", "USD 10000.00", "USD 1000.00");
        Posting second = deal("par_pine", "d2", "Brightwater", "USD 500.00", "USD 50.00");
        ledger.at("2026-04-02T09:00:00Z", first)
                .at("2026-04-03T09:00:00Z", second)
                .at("2026-05-04T09:00:00Z", corrected(first, "USD 8000.00"))
                .at("2026-07-04T09:00:00Z", reversed(second));

        Statement booked = only(Q2, ZoneOffset.UTC);
        assertThat(booked.figures().revenue()).isEqualTo(Money.parse("USD 8500.00"));
        assertThat(lines(booked))
                .extracting(StatementLine::kind, StatementLine::revenue)
                .containsExactly(
                        Tuple.tuple("ACCRUAL", Money.parse("USD 10000.00")),
                        Tuple.tuple("ACCRUAL", Money.parse("USD 500.00")),
                        Tuple.tuple("RECOUNTED", Money.parse("USD -2000.00")));

        Statement takenBack = only(new Quarter(2026, 3), ZoneOffset.UTC);
        assertThat(takenBack.figures().revenue()).isEqualTo(Money.parse("USD -500.00"));
        assertThat(takenBack.figures().takenBack()).isEqualTo(Money.parse("USD 500.00"));
        assertThat(booked.figures().takenBack())
                .as("a correction takes nothing back")
                .isEqualTo(Money.parse("USD 0.00"));
        assertThat(lines(takenBack)).extracting(StatementLine::revenue).containsExactly(Money.parse("USD -500.00"));
    }

    @Test
    void revenue_leaves_out_what_was_refunded_in_the_quarter_of_the_refund() {
        DealLife life = booked("d1", "USD 10000.00", "USD 1000.00");
        ledger.at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.refunded("USD 2500.00", "2026-05-01"))
                .at("2026-07-04T09:00:00Z", life.refunded("USD 1500.00", "2026-06-30"));

        Statement second = only(Q2, ZoneOffset.UTC);
        assertThat(second.figures().revenue()).isEqualTo(Money.parse("USD 7500.00"));
        assertThat(second.figures().takenBack()).isEqualTo(Money.parse("USD 2500.00"));
        assertThat(lines(second))
                .extracting(StatementLine::revenue)
                .containsExactly(Money.parse("USD 10000.00"), Money.parse("USD -2500.00"));

        Statement third = only(new Quarter(2026, 3), ZoneOffset.UTC);
        assertThat(third.figures().revenue())
                .as("only what the second refund adds to the first")
                .isEqualTo(Money.parse("USD -1500.00"));
        assertThat(third.figures().takenBack()).isEqualTo(Money.parse("USD 1500.00"));
    }

    @Test
    void a_deal_that_is_refunded_in_part_and_then_reversed_is_taken_off_the_revenue_once() {
        Posting posting = deal("par_pine", "d1", "Brightwater", "USD 10000.00", "USD 1000.00");
        DealLife life = new DealLife(posting);
        ledger.at("2026-04-02T09:00:00Z", posting)
                .at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.refunded("USD 2500.00", "2026-05-01"))
                .at("2026-06-04T09:00:00Z", life.reversed("USD 10000.00", "2026-06-04"))
                .at("2026-06-04T09:00:01Z", reversed(posting));

        Statement statement = only(Q2, ZoneOffset.UTC);

        assertThat(statement.figures().revenue()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(statement.figures().takenBack()).isEqualTo(Money.parse("USD 10000.00"));
        assertThat(statement.figures().earned()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(lines(statement))
                .extracting(StatementLine::revenue)
                .containsExactly(
                        Money.parse("USD 10000.00"),
                        Money.parse("USD -2500.00"),
                        Money.parse("USD 2500.00"),
                        Money.parse("USD -10000.00"));
    }

    @Test
    void the_closing_balance_is_split_into_what_is_payable_now_and_what_waits() {
        DealLife life = booked("d1", "USD 10000.00", "USD 1000.00");
        booked("d2", "USD 5000.00", "USD 500.00");
        ledger.at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.released("2026-05-04"));

        assertThat(only(Q2, ZoneOffset.UTC).figures().unpaid())
                .isEqualTo(new Split(Money.parse("USD 1000.00"), Money.parse("USD 500.00")));
    }

    /** d1 earns 1,000.00 and d2 500.00 in the second quarter; the client pays d1. In the third, it pays d2, and d3 earns 200.00. */
    @Test
    void earnings_are_split_into_a_payable_part_and_a_waiting_part() {
        DealLife first = booked("d1", "USD 10000.00", "USD 1000.00");
        DealLife second = booked("d2", "USD 5000.00", "USD 500.00");
        ledger.at("2026-04-04T09:00:00Z", first.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", first.released("2026-05-04"))
                .at("2026-07-02T09:00:00Z", deal("par_pine", "d3", "Brightwater", "USD 2000.00", "USD 200.00"))
                .at("2026-07-04T09:00:00Z", second.paid("USD 5000.00", "2026-07-04"))
                .at("2026-08-04T09:00:00Z", second.released("2026-08-04"));

        Figures spring = only(Q2, ZoneOffset.UTC).figures();
        assertThat(spring.earned()).isEqualTo(Money.parse("USD 1500.00"));
        assertThat(spring.earnedSplit()).isEqualTo(new Split(Money.parse("USD 1000.00"), Money.parse("USD 500.00")));

        Figures summer = only(new Quarter(2026, 3), ZoneOffset.UTC).figures();
        assertThat(summer.earned()).isEqualTo(Money.parse("USD 200.00"));
        assertThat(summer.earnedSplit())
                .as("500.00 of the second quarter became payable, and 200.00 waits instead of 500.00")
                .isEqualTo(new Split(Money.parse("USD 500.00"), Money.parse("USD -300.00")));
        assertThat(summer.unpaid()).isEqualTo(new Split(Money.parse("USD 1500.00"), Money.parse("USD 200.00")));
    }

    @Test
    void an_amount_is_taken_back_from_the_part_that_it_was_in() {
        DealLife life = booked("d1", "USD 10000.00", "USD 1000.00");
        ledger.at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
                .at("2026-05-04T09:00:00Z", life.released("2026-05-04"))
                .at("2026-05-05T09:00:00Z", life.refunded("USD 2500.00", "2026-05-05"));

        Figures figures = only(Q2, ZoneOffset.UTC).figures();

        assertThat(figures.earned()).isEqualTo(Money.parse("USD 750.00"));
        assertThat(figures.earnedSplit()).isEqualTo(new Split(Money.parse("USD 750.00"), Money.parse("USD 0.00")));
    }

    @Test
    void taxes_of_a_payout_are_neither_earned_nor_paid_commission_and_have_a_line_of_their_own() {
        DealLife life = booked("d1", "USD 10000.00", "USD 1000.00");
        Money thousand = Money.parse("USD 1000.00");
        PayoutTax tax = new PayoutTax(Money.parse("USD 190.00"), Money.parse("USD 100.00"));
        ledger.at("2026-04-04T09:00:00Z", life.paid("USD 10000.00", "2026-04-04"))
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

        Statement statement = only(Q2, ZoneOffset.UTC);

        assertThat(statement.figures().earned()).isEqualTo(thousand);
        assertThat(statement.figures().paid()).isEqualTo(thousand);
        assertThat(statement.figures().closing()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(statement.figures().tax()).isEqualTo(tax);
        assertThat(statement.figures().transferred()).isEqualTo(Money.parse("USD 1090.00"));
        assertThat(lines(statement))
                .extracting(StatementLine::kind, StatementLine::paid, StatementLine::tax)
                .contains(
                        Tuple.tuple("PAID", thousand, PayoutTax.none(CurrencyUnit.USD)),
                        Tuple.tuple("TAX", Money.parse("USD 0.00"), tax));
        assertThat(only(new Quarter(2026, 3), ZoneOffset.UTC).figures().tax().isNone())
                .isTrue();
    }

    @Test
    void a_partner_with_referrals_and_no_deals_gets_a_statement_and_a_partner_without_either_gets_none() {
        Statement statement = only(Q2, ZoneOffset.UTC);

        assertThat(statement.figures().referrals()).isEqualTo(3);
        assertThat(statement.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(statement.figures().closing()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(lines(statement)).isEmpty();
        received = 0;
        assertThat(of(Q2, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void a_draft_is_drawn_up_again_even_if_nothing_is_left_to_report() {
        received = 0;
        Posting posting = deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00");
        ledger.at("2026-04-02T09:00:00Z", nothing("par_pine", "d1", "USD 100.00"));
        Statement draft = only(Q2, ZoneOffset.UTC);
        ledger.at("2026-04-03T09:00:00Z", reversed(posting));

        Statement again = drawUp(ZoneOffset.UTC).again(draft);

        assertThat(draft.figures().revenue()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(again.figures().revenue()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(again.span().last()).isEqualTo(2);
        assertThat(again.id()).isEqualTo(draft.id());
    }

    @Test
    void the_cost_of_figures_does_not_depend_on_the_length_of_the_history() {
        for (int i = 0; i < 4_000; i++) {
            ledger.at("2025-04-02T09:00:00Z", deal("par_pine", "old" + i, "Brightwater", "USD 100.00", "USD 10.00"));
        }
        ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"));

        Statement statement = only(Q2, ZoneOffset.UTC);
        long figures = ledger.read();
        assertThat(lines(statement)).hasSize(1);

        assertThat(figures).as("transactions read, of 4001").isLessThan(70);
        assertThat(ledger.read() - figures)
                .as("transactions read for the lines")
                .isLessThan(3);
    }

    /** For any entries: each is on exactly one statement, and each opening balance is the closing balance before it. */
    @Property(tries = 60)
    void quarters_follow_each_other_without_a_gap(@ForAll List<@IntRange(min = 1, max = 40) Integer> days) {
        received = 0;
        ledger = new RecordingLedger();
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        Money all = Money.zero(CurrencyUnit.USD);
        for (int i = 0; i < days.size(); i++) {
            at = at.plusSeconds(86_400L * days.get(i));
            ledger.at(
                    at.toString(),
                    deal("par_pine", "d" + i, "Brightwater", "USD 100.00", "USD 1.%02d".formatted(i % 100)));
            all = all.plus(Money.parse("USD 1.%02d".formatted(i % 100)));
        }
        Money balance = Money.zero(CurrencyUnit.USD);
        long next = 1;
        for (int year = 2026; year < 2035; year++) {
            for (int number = 1; number <= 4; number++) {
                for (Statement statement : of(new Quarter(year, number), ZoneOffset.UTC)) {
                    assertThat(statement.figures().opening()).isEqualTo(balance);
                    assertThat(statement.span().first()).isEqualTo(next);
                    next = statement.span().last() + 1;
                    balance = statement.figures().closing();
                }
            }
        }
        assertThat(next).isGreaterThanOrEqualTo(1);
        if (days.size() < 80) {
            assertThat(balance).isEqualTo(all);
        }
    }

    private DealLife booked(String dealId, String revenue, String earned) {
        Posting posting = deal("par_pine", dealId, "Brightwater", revenue, earned);
        ledger.at("2026-04-02T09:00:00Z", posting);
        return new DealLife(posting);
    }

    private Statement only(Quarter quarter, ZoneId zone) {
        List<Statement> statements = of(quarter, zone);
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }

    private List<Statement> of(Quarter quarter, ZoneId zone) {
        return drawUp(zone).of(PINE, quarter);
    }

    private DrawUpStatements drawUp(ZoneId zone) {
        ReferralsReceived sent = new ReferralsReceived() {
            @Override
            public boolean note(PartnerId partner, String referralId, Instant at) {
                return true;
            }

            @Override
            public long count(PartnerId partner, Quarter of) {
                return received;
            }
        };
        return new DrawUpStatements(chains(), sent, zone, CurrencyUnit.EUR);
    }

    private PartnerChains chains() {
        return new PartnerChains(ledger, block -> Map.of());
    }

    private List<StatementLine> lines(Statement statement) {
        List<StatementLine> lines = new ArrayList<>();
        chains().of(PINE).lines(statement.span(), statement.currency(), lines::add);
        return lines;
    }
}
