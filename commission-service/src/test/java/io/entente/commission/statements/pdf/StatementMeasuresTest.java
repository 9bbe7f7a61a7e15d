package io.entente.commission.statements.pdf;

import static io.entente.commission.statements.ChainMother.deal;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.partners.Addressee;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.RecordingLedger;
import io.entente.commission.statements.texts.Words;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures rendered pages. */
class StatementMeasuresTest {

    private static final double MILLIMETRE = 72 / 25.4;

    /** A4 less the margins; the foot of the page stands in the lower one. */
    private static final Rectangle2D PRINTABLE = new Rectangle2D.Double(
            18 * MILLIMETRE - 1, 22 * MILLIMETRE - 1, 174 * MILLIMETRE + 2, (297 - 22) * MILLIMETRE);

    private static final String LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen";
    private static final String LONG_ID = "deal-".repeat(18);
    private static final List<String> AMOUNTS =
            List.of("EUR 0.01", "EUR 12345.00", "EUR 1234.50", "EUR 999999999999.99", "EUR 99999999999.98");

    private final RecordingLedger ledger = new RecordingLedger();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ms", "de", "ja", "es", "pt"})
    void every_amount_is_printed_in_full_and_inside_the_page_however_long_names_and_ids_are(String language)
            throws IOException {
        MeasuredPdf pdf = measured(language);

        assertThat(LONG_WORD).hasSize(60);
        assertThat(LONG_ID).hasSize(90);
        for (int page = 0; page < pdf.pictures().size(); page++) {
            assertThat(PRINTABLE.contains(pdf.ink(page)))
                    .as("%s lies inside %s", pdf.ink(page), PRINTABLE)
                    .isTrue();
        }
        assertThat(pdf.overprinted()).isEmpty();
        for (String amount : AMOUNTS) {
            assertThat(pdf.places(printed(amount, language)))
                    .as(amount)
                    .isNotEmpty()
                    .allMatch(PRINTABLE::contains);
        }
        assertThat(pdf.places(printed("EUR 1100000013579.48", language)))
                .as("revenue, earned, the closing balance, and the balance after the last line")
                .hasSize(4)
                .allMatch(PRINTABLE::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ms", "de", "ja", "es", "pt"})
    void no_heading_is_broken_inside_a_word(String language) throws IOException {
        MeasuredPdf pdf = usual(language);
        Words words = Words.of(new Addressee("", Locale.forLanguageTag(language)));

        assertThat(pdf.overprinted()).isEmpty();
        for (String key : List.of(
                "title",
                "booked",
                "value",
                "what",
                "revenue",
                "takenBack",
                "earned",
                "paid",
                "balance",
                "opening",
                "closing",
                "payable",
                "waiting",
                "earnedPayable",
                "earnedWaiting",
                "vat",
                "withheld",
                "transferred")) {
            for (String word : words.text(key).split("[ \u200B]")) {
                assertThat(pdf.places(word)).as(word).isNotEmpty().allMatch(PRINTABLE::contains);
            }
        }
    }

    @Test
    void usual_amounts_keep_the_usual_size() {
        Words words = Words.of(new Addressee("", Locale.GERMAN));

        assertThat(Layout.amountSize(
                        List.<Money[]>of(new Money[] {Money.parse("EUR 12345.00")}), words, List.of("Umsatz")))
                .isEqualTo(Layout.SIZE);
        assertThat(Layout.amountSize(
                        List.<Money[]>of(new Money[] {Money.parse("EUR 999999999999.99")}), words, List.of("Umsatz")))
                .isBetween(6.0, 8.5);
    }

    private MeasuredPdf usual(String language) throws IOException {
        ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "deal-1", "Brightwater", "EUR 12345.00", "EUR 1234.50"));
        ledger.at("2026-04-03T09:00:00Z", deal("par_pine", "deal-2", "Brightwater", "EUR 100.00", "EUR 10.00"));
        Money zero = Money.zero(CurrencyUnit.EUR);
        Money earned = Money.parse("EUR 1244.50");
        byte[] page = PdfMother.pdf(ledger, "Harbour Pine", language)
                .render(PdfMother.issued(
                        new Figures(
                                2,
                                Money.parse("EUR 12445.00"),
                                earned,
                                zero,
                                zero,
                                earned,
                                Money.parse("EUR 250.00"),
                                new PayoutTax(Money.parse("EUR 190.00"), Money.parse("EUR 100.00")),
                                new Split(Money.parse("EUR 1234.50"), Money.parse("EUR 10.00")),
                                new Split(zero, zero)),
                        2));
        return MeasuredPdf.of(page).keep("usual-" + language);
    }

    private MeasuredPdf measured(String language) throws IOException {
        ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d-1", "Brightwater", AMOUNTS.get(1), AMOUNTS.get(0)));
        ledger.at("2026-04-03T09:00:00Z", deal("par_pine", LONG_ID, LONG_WORD, AMOUNTS.get(1), AMOUNTS.get(2)));
        ledger.at(
                "2026-04-04T09:00:00Z",
                deal(
                        "par_pine",
                        "x".repeat(90),
                        "\u682A\u5F0F\u4F1A\u793E".repeat(15),
                        AMOUNTS.get(1),
                        "EUR 12345.00"));
        ledger.at("2026-04-05T09:00:00Z", deal("par_pine", "d-4", "Brightwater", AMOUNTS.get(3), AMOUNTS.get(3)));
        ledger.at("2026-04-06T09:00:00Z", deal("par_pine", "d-5", "Brightwater", AMOUNTS.get(3), AMOUNTS.get(4)));
        Money zero = Money.zero(CurrencyUnit.EUR);
        Money earned = Money.parse("EUR 1100000013579.48");
        byte[] page = PdfMother.pdf(ledger, LONG_WORD, language)
                .render(PdfMother.issued(new Figures(2, earned, earned, zero, zero, earned), 5));
        return MeasuredPdf.of(page).keep("measured-" + language);
    }

    private static String printed(String amount, String language) {
        return Words.of(new Addressee("", Locale.forLanguageTag(language))).amount(Money.parse(amount));
    }
}
