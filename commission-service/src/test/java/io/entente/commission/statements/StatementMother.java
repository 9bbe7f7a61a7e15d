package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.chain.Span;
import io.entente.platform.domain.Change;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Statements for tests. */
public final class StatementMother {

    public static final Instant ISSUED_AT = Instant.parse("2026-07-01T01:00:00Z");

    private StatementMother() {}

    /** 10.00 USD earned in the second quarter of 2026. */
    public static Statement draft() {
        Money earned = Money.parse("USD 10.00");
        Money zero = Money.zero(CurrencyUnit.USD);
        return Statement.draft(
                new PartnerId("par_pine"),
                CurrencyUnit.USD,
                new Quarter(2026, 2),
                new Figures(1, Money.parse("USD 100.00"), earned, zero, zero, earned),
                new Span(1, 3, "a".repeat(64), "b".repeat(64)));
    }

    /** A deal of 100.00 USD was reversed and a payout of 4.00 USD came back. */
    public static Change<Statement, StatementEvent> takenBack() {
        Figures figures = new Figures(
                0,
                Money.parse("USD -100.00"),
                Money.parse("USD -10.00"),
                Money.parse("USD -4.00"),
                Money.parse("USD 6.00"),
                Money.zero(CurrencyUnit.USD));
        return Statement.draft(
                        new PartnerId("par_pine"),
                        CurrencyUnit.USD,
                        new Quarter(2026, 3),
                        figures,
                        new Span(4, 6, "a".repeat(64), "b".repeat(64)))
                .issue(Duration.ofDays(30), "finance:u-1", ISSUED_AT);
    }

    public static Change<Statement, StatementEvent> issued() {
        return draft().issue(Duration.ofDays(30), "finance:u-1", ISSUED_AT);
    }
}
