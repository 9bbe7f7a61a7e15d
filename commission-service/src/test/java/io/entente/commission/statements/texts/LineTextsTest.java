package io.entente.commission.statements.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.amounts.Price;
import io.entente.commission.commissions.amounts.Price.Part;
import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.deals.DealFact;
import io.entente.commission.partners.Addressee;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.statements.chain.Details;
import io.entente.commission.statements.chain.Details.SetOff;
import io.entente.commission.statements.chain.StatementLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of each kind of line, with amounts in the format of each language. */
class LineTextsTest {

    private static final Money DEAL = Money.parse("EUR 12345.60");
    private static final LocalDate DAY = LocalDate.parse("2026-05-13");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ms", "de", "ja", "es", "pt"})
    void every_explanation_names_its_amounts_and_ids_in_the_format_of_the_language(String language) {
        Words words = words(language);
        String amount = words.amount(DEAL);

        assertThat(explained(language, price(Fraction.of("0.125"))))
                .singleElement()
                .asString()
                .contains(words.percent(Fraction.of("0.125")), amount, "standard", "1003");
        assertThat(explained(language, price(null)))
                .singleElement()
                .asString()
                .contains(amount, "standard", "1003")
                .doesNotContain("%");
        assertThat(explained(language, new Details(null, null, null, null, null, new SetOff(DEAL, money("7.05")))))
                .singleElement()
                .asString()
                .contains(amount, words.amount(money("7.05")));
        assertThat(explained(language, new Details(null, "po-77", null, null, null, null)))
                .singleElement()
                .asString()
                .contains("po-77");
        for (DealFact.Kind kind : DealFact.Kind.values()) {
            assertThat(explained(language, new Details(fact(kind), null, null, null, null, null)))
                    .as(kind.name())
                    .singleElement()
                    .asString()
                    .contains(amount, words.day(DAY))
                    .matches(text -> text.contains("fact-9") == (kind != DealFact.Kind.REVERSAL), "names its id");
        }
        for (Reason reason : Reason.values()) {
            assertThat(explained(language, new Details(null, null, null, null, reason, null)))
                    .as(reason.name())
                    .singleElement()
                    .asString()
                    .isNotBlank();
        }
    }

    @Test
    void a_german_partner_reads_what_each_line_comes_from() {
        assertThat(explained("de", price(Fraction.of("0.125"))))
                .containsExactly("12,5\u00A0% des Auftrags von 12.345,60, nach Plan standard, Version 1003.");
        assertThat(explained(
                        "de",
                        new Details(fact(DealFact.Kind.REFUND), null, Because.words("Kulanz."), null, null, null)))
                .containsExactly(
                        "Dem Kunden wurden am 13.05.2026 12.345,60 erstattet (Erstattung fact-9).", "Grund: Kulanz.");
        assertThat(explained(
                        "de", new Details(null, null, null, null, null, new SetOff(money("400.00"), money("0.00")))))
                .containsExactly("400,00 wurden mit Ihrer Schuld verrechnet. Danach schulden Sie 0,00.");
    }

    @Test
    void a_reason_that_nobody_wrote_is_not_repeated_in_english() {
        assertThat(explained(
                        "es",
                        new Details(
                                fact(DealFact.Kind.REFUND),
                                null,
                                Because.words("The client was refunded."),
                                null,
                                null,
                                null)))
                .as("from before there were codes")
                .hasSize(1);
        Because usual = DealFact.usual(DealFact.Kind.REFUND);
        assertThat(explained("es", new Details(fact(DealFact.Kind.REFUND), null, usual, null, null, null)))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Because.Code.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLIENT_PAID", "CLIENT_REFUNDED", "DEAL_CREDITED", "PAID_AGAIN"})
    void a_reason_of_the_program_is_written_in_each_language_and_names_its_values(Because.Code code) {
        List<String> texts = new ArrayList<>();
        for (String language : Words.LANGUAGES) {
            Because reason = new Because("In English.", code, List.of("deal-9", "17", "2026"));
            texts.addAll(explained(language, new Details(null, null, reason, null, null, null)));
        }
        assertThat(texts).hasSize(6).doesNotHaveDuplicates().noneMatch(text -> text.contains("In English."));
        boolean hasValues = !Set.of(
                        Because.Code.ENGAGEMENT_ENDED, Because.Code.DEAL_CORRECTED, Because.Code.COMMISSION_FOUND)
                .contains(code);
        boolean hasOne =
                Set.of(Because.Code.TERM_REACHES, Because.Code.CLIENT_TIER_KEPT).contains(code);
        assertThat(texts)
                .allMatch(
                        text -> text.contains("deal-9") == hasValues && text.contains("17") == (hasValues && !hasOne));
    }

    @Test
    void a_german_partner_reads_which_deal_reached_a_higher_rate() {
        assertThat(explained(
                        "de", because(Because.of(Because.Code.TIER_REACHED, "In English.", "abschluss-4", 4, 2026))))
                .containsExactly("Auftrag abschluss-4, der 4. gewonnene Auftrag des Jahres 2026, hat einen höheren Satz"
                        + " erreicht, der für das ganze Jahr gilt.");
        assertThat(explained(
                        "de",
                        because(Because.of(
                                Because.Code.CLIENT_TIER_REACHED, "In English.", "abschluss-4", "70500.00 EUR"))))
                .containsExactly("Mit Auftrag abschluss-4 beträgt der Umsatz des Kunden 70.500,00 EUR. Damit ist ein"
                        + " höherer Satz für alle seine Aufträge erreicht.");
    }

    @Test
    void a_reason_of_a_bank_is_shown_in_the_partners_language() {
        assertThat(explained("de", because(Because.words("The bank account is closed."))))
                .containsExactly("Grund: Das Bankkonto ist geschlossen.");
        assertThat(explained("ja", because(Because.words("The payee's bank can't be reached this way."))))
                .singleElement()
                .asString()
                .endsWith("この方法では受取人の銀行に送金できません。");
    }

    @Test
    void a_reason_from_before_there_were_codes_is_shown_as_it_was_written() {
        assertThat(explained("de", because(Because.words("Deal d-1 was reversed, so another rate applies."))))
                .containsExactly("Grund: Deal d-1 was reversed, so another rate applies.");
    }

    private static Details because(Because reason) {
        return new Details(null, null, reason, null, null, null);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void each_language_has_an_own_text_for_each_reason_why_nothing_is_due(Reason reason) {
        List<String> texts = new ArrayList<>();
        for (String language : Words.LANGUAGES) {
            texts.addAll(explained(language, new Details(null, null, null, null, reason, null)));
        }
        assertThat(texts).hasSize(6).doesNotHaveDuplicates();
    }

    private static List<String> explained(String language, Details details) {
        Money zero = Money.zero(CurrencyUnit.EUR);
        return new LineTexts(words(language))
                .explanation(new StatementLine(
                        3,
                        "par_ash.3",
                        "ACCRUAL",
                        Instant.parse("2026-05-13T09:00:00Z"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        zero,
                        zero,
                        zero,
                        PayoutTax.none(CurrencyUnit.EUR),
                        details,
                        "hash"));
    }

    private static Details price(@org.jspecify.annotations.Nullable Fraction rate) {
        Price price = new Price(
                DEAL,
                new PlanRef("standard", 1003),
                false,
                rate == null,
                rate == null ? List.of() : List.of(new Part(rate, DEAL)),
                List.of());
        return new Details(null, null, null, price, null, null);
    }

    private static DealFact fact(DealFact.Kind kind) {
        return new DealFact(kind, "fact-9", "d", DEAL, DAY, "Agreed.", "user:a");
    }

    private static Money money(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static Words words(String language) {
        return Words.of(new Addressee("", Locale.forLanguageTag(language)));
    }
}
