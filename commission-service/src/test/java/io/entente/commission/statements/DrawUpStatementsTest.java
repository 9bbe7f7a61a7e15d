package io.entente.commission.statements;

import static io.entente.commission.statements.ChainMother.deal;
import static io.entente.commission.statements.ChainMother.nothing;
import static io.entente.commission.statements.ChainMother.reversed;
import static io.entente.commission.statements.DrawnStatements.Q2;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.chain.StatementLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Which entries are on which statement, and what it carries forward. */
class DrawUpStatementsTest {

    private final DrawnStatements drawn = new DrawnStatements();

    @Test
    void a_statement_has_the_entries_of_its_quarter_and_the_balance_before_it() {
        drawn.ledger
                .at("2026-03-31T23:59:59Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"))
                .at("2026-04-01T00:00:00Z", deal("par_pine", "d2", "Brightwater", "USD 200.00", "USD 20.00"))
                .at("2026-06-30T23:59:59Z", nothing("par_pine", "d3", "USD 50.00"))
                .at("2026-07-01T00:00:00Z", deal("par_pine", "d4", "Brightwater", "USD 400.00", "USD 40.00"));

        Statement statement = drawn.only(Q2, ZoneOffset.UTC);

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
        assertThat(drawn.lines(statement)).extracting(StatementLine::dealId).containsExactly("d2", "d3");
    }

    @Test
    void a_quarter_begins_in_the_time_zone_of_the_program() {
        drawn.ledger.at("2026-03-31T16:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"));

        assertThat(drawn.only(Q2, ZoneId.of("Asia/Kuala_Lumpur")).figures().earned())
                .isEqualTo(Money.parse("USD 10.00"));
        assertThat(drawn.only(new Quarter(2026, 1), ZoneOffset.UTC).figures().earned())
                .isEqualTo(Money.parse("USD 10.00"));
    }

    @Test
    void referrals_are_counted_in_one_of_the_statements_of_a_quarter() {
        drawn.received = 15;
        drawn.ledger
                .at("2026-03-02T09:00:00Z", deal("par_pine", "d0", "Brightwater", "KWD 10.000", "KWD 1.000"))
                .at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"))
                .at("2026-04-03T09:00:00Z", deal("par_pine", "d2", "Brightwater", "JPY 10000", "JPY 1000"));

        assertThat(referrals()).containsExactly("JPY 15", "KWD 0", "USD 0");

        drawn.ledger.at("2026-04-04T09:00:00Z", deal("par_pine", "d3", "Brightwater", "EUR 100.00", "EUR 10.00"));
        assertThat(referrals())
                .as("the program's currency counts them if there is a statement in it")
                .containsExactly("EUR 15", "JPY 0", "KWD 0", "USD 0");
    }

    private List<String> referrals() {
        return drawn.of(Q2, ZoneOffset.UTC).stream()
                .map(statement ->
                        statement.currency() + " " + statement.figures().referrals())
                .toList();
    }

    @Test
    void each_currency_has_a_separate_statement() {
        drawn.ledger
                .at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"))
                .at("2026-04-03T09:00:00Z", deal("par_pine", "d2", "Brightwater", "JPY 10000", "JPY 1000"));

        List<Statement> statements = drawn.of(Q2, ZoneOffset.UTC);

        assertThat(statements).extracting(Statement::currency).containsExactly(CurrencyUnit.JPY, CurrencyUnit.USD);
        assertThat(drawn.lines(statements.get(0)))
                .extracting(StatementLine::dealId)
                .containsExactly("d2");
    }

    @Test
    void a_quarter_without_entries_carries_the_balance() {
        drawn.ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"));

        Statement quiet = drawn.only(new Quarter(2026, 3), ZoneOffset.UTC);

        assertThat(quiet.figures().opening())
                .isEqualTo(quiet.figures().closing())
                .isEqualTo(Money.parse("USD 10.00"));
        assertThat(drawn.lines(quiet)).isEmpty();
    }

    @Test
    void a_partner_with_referrals_and_no_deals_gets_a_statement_and_a_partner_without_either_gets_none() {
        Statement statement = drawn.only(Q2, ZoneOffset.UTC);

        assertThat(statement.figures().referrals()).isEqualTo(3);
        assertThat(statement.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(statement.figures().closing()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(drawn.lines(statement)).isEmpty();
        drawn.received = 0;
        assertThat(drawn.of(Q2, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void a_draft_is_drawn_up_again_even_if_nothing_is_left_to_report() {
        drawn.received = 0;
        Posting posting = deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00");
        drawn.ledger.at("2026-04-02T09:00:00Z", nothing("par_pine", "d1", "USD 100.00"));
        Statement draft = drawn.only(Q2, ZoneOffset.UTC);
        drawn.ledger.at("2026-04-03T09:00:00Z", reversed(posting));

        Statement again = drawn.drawUp(ZoneOffset.UTC).again(draft);

        assertThat(draft.figures().revenue()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(again.figures().revenue()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(again.span().last()).isEqualTo(2);
        assertThat(again.id()).isEqualTo(draft.id());
    }

    @Test
    void the_cost_of_figures_does_not_depend_on_the_length_of_the_history() {
        for (int i = 0; i < 4_000; i++) {
            drawn.ledger.at(
                    "2025-04-02T09:00:00Z", deal("par_pine", "old" + i, "Brightwater", "USD 100.00", "USD 10.00"));
        }
        drawn.ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"));

        Statement statement = drawn.only(Q2, ZoneOffset.UTC);
        long figures = drawn.ledger.read();
        assertThat(drawn.lines(statement)).hasSize(1);

        assertThat(figures).as("transactions read, of 4001").isLessThan(70);
        assertThat(drawn.ledger.read() - figures)
                .as("transactions read for the lines")
                .isLessThan(3);
    }

    /** For any entries: each is on exactly one statement, and each opening balance is the closing balance before it. */
    @Property(tries = 60)
    void quarters_follow_each_other_without_a_gap(@ForAll List<@IntRange(min = 1, max = 40) Integer> days) {
        drawn.received = 0;
        drawn.ledger = new RecordingLedger();
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        Money all = Money.zero(CurrencyUnit.USD);
        for (int i = 0; i < days.size(); i++) {
            at = at.plusSeconds(86_400L * days.get(i));
            drawn.ledger.at(
                    at.toString(),
                    deal("par_pine", "d" + i, "Brightwater", "USD 100.00", "USD 1.%02d".formatted(i % 100)));
            all = all.plus(Money.parse("USD 1.%02d".formatted(i % 100)));
        }
        Money balance = Money.zero(CurrencyUnit.USD);
        long next = 1;
        for (int year = 2026; year < 2035; year++) {
            for (int number = 1; number <= 4; number++) {
                for (Statement statement : drawn.of(new Quarter(year, number), ZoneOffset.UTC)) {
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
}
