package io.entente.commission.statements;

import static io.entente.commission.statements.ChainMother.deal;
import static io.entente.commission.statements.ChainMother.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DrawUpStatementsTest {

    private static final PartnerId PINE = new PartnerId("par_pine");
    private static final Quarter Q2 = new Quarter(2026, 2);

    private RecordingLedger ledger = new RecordingLedger();

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
                        Money.parse("USD 30.00")));
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
    void each_currency_has_a_separate_statement() {
        ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"))
                .at("2026-04-03T09:00:00Z", deal("par_pine", "d2", "Brightwater", "JPY 10000", "JPY 1000"));

        List<Statement> statements = of(Q2, ZoneOffset.UTC);

        assertThat(statements).extracting(Statement::currency).containsExactly(CurrencyUnit.JPY, CurrencyUnit.USD);
        assertThat(lines(statements.get(0))).extracting(StatementLine::dealId).containsExactly("d2");
    }

    @Test
    void a_quarter_without_entries_carries_the_balance_and_an_empty_chain_has_no_statement() {
        assertThat(of(Q2, ZoneOffset.UTC)).isEmpty();
        ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 100.00", "USD 10.00"));

        Statement quiet = only(new Quarter(2026, 3), ZoneOffset.UTC);

        assertThat(quiet.figures().opening())
                .isEqualTo(quiet.figures().closing())
                .isEqualTo(Money.parse("USD 10.00"));
        assertThat(lines(quiet)).isEmpty();
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

    private Statement only(Quarter quarter, ZoneId zone) {
        List<Statement> statements = of(quarter, zone);
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }

    private List<Statement> of(Quarter quarter, ZoneId zone) {
        ReferralsReceived three = new ReferralsReceived() {
            @Override
            public boolean note(PartnerId partner, String referralId, Instant at) {
                return true;
            }

            @Override
            public long count(PartnerId partner, Quarter of) {
                return 3;
            }
        };
        return new DrawUpStatements(ledger, three, zone).of(PINE, quarter);
    }

    private List<StatementLine> lines(Statement statement) {
        List<StatementLine> lines = new ArrayList<>();
        new PartnerChain(ledger, PINE).lines(statement.span(), statement.currency(), lines::add);
        return lines;
    }
}
