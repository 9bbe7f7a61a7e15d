package io.entente.commission.statements;

import static io.entente.commission.statements.ChainMother.deal;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.chain.Cause;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.Span;
import io.entente.commission.statements.texts.LineTexts;
import io.entente.commission.statements.texts.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StatementCsvTest {

    @Test
    void the_sum_of_a_column_of_amounts_is_its_total() {
        RecordingLedger ledger = new RecordingLedger()
                .at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 200.00", "USD 20.00"))
                .at("2026-04-03T09:00:00Z", deal("par_pine", "d2", "Brightwater", "USD 50.00", "USD 5.50"));
        Money zero = Money.zero(CurrencyUnit.USD);
        Money earned = Money.parse("USD 25.50");
        Statement statement = Statement.draft(
                new PartnerId("par_pine"),
                CurrencyUnit.USD,
                new Quarter(2026, 2),
                new Figures(
                        1,
                        Money.parse("USD 250.00"),
                        earned,
                        zero,
                        zero,
                        earned,
                        zero,
                        new PayoutTax(Money.parse("USD 1.05"), Money.parse("USD 0.50")),
                        new Split(Money.parse("USD 5.50"), Money.parse("USD 20.00")),
                        new Split(zero, zero)),
                new Span(1, 2, "hash", "before"));
        StringBuilder csv = new StringBuilder();

        StatementCsv.write(
                statement,
                new PartnerChains(ledger, block -> Map.of(2L, Cause.on(LocalDate.parse("2026-03-30")))),
                new LineTexts(Words.ENGLISH),
                ZoneOffset.UTC,
                csv);

        List<List<String>> rows = csv.toString()
                .lines()
                .map(row -> List.of(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
                .toList();
        assertThat(rows).hasSize(5).allMatch(row -> row.size() == 30);
        assertThat(sum(rows, "revenue")).isEqualByComparingTo("250.00");
        assertThat(sum(rows, "earned")).isEqualByComparingTo("25.50");
        assertThat(sum(rows, "paid")).isEqualByComparingTo("0");
        assertThat(rows.get(4).subList(8, 28))
                .containsExactly(
                        "", "", "", "25.50", "USD", "", "", "250.00", "25.50", "0.00", "0.00", "5.50", "20.00", "5.50",
                        "20.00", "", "", "1.05", "0.50", "0.55");
        assertThat(rows.get(2).subList(1, 3)).containsExactly("2026-04-02", "2026-04-02");
        assertThat(rows.get(3).subList(1, 3))
                .as("the day booked and the day of value")
                .containsExactly("2026-04-03", "2026-03-30");
    }

    @Test
    void each_line_is_explained_in_the_last_columns() {
        RecordingLedger ledger = new RecordingLedger()
                .at("2026-04-02T09:00:00Z", deal("par_pine", "d1", "Brightwater", "USD 200.00", "USD 20.00"));
        StringBuilder csv = new StringBuilder();

        StatementCsv.write(
                StatementMother.draft(),
                new PartnerChains(ledger, block -> Map.of()),
                new LineTexts(Words.of(new Addressee("Pine", Locale.GERMAN))),
                ZoneOffset.UTC,
                csv);

        assertThat(csv.toString().lines().findFirst().orElseThrow()).endsWith(",title,explanation");
        assertThat(csv.toString())
                .contains(",Provision,\"10\u00A0% des Auftrags von 200,00, nach Plan standard, Version 1.\"");
    }

    private static BigDecimal sum(List<List<String>> rows, String name) {
        int column = rows.get(0).indexOf(name);
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
