package io.entente.commission.statements.pdf;

import static io.entente.commission.statements.ChainMother.deal;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.statements.Figures;
import io.entente.commission.statements.RecordingLedger;
import io.entente.platform.print.DrawnText;
import io.entente.platform.print.Lettering;
import io.entente.platform.print.Typeface;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Names in the scripts of the world. */
class ScriptsTest {

    private static final String SIMPLIFIED = "上海湖泊贸易有限公司们";
    private static final String TRADITIONAL = "臺灣國際貿易股份有限公司";
    private static final String KOREAN = "한국무역 주식회사";
    private static final String THAI = "บริษัท ที่ปรึกษา น้ำ จำกัด";
    private static final String HINDI = "हिन्दी प्रौद्योगिकी निगम";
    private static final String ARABIC = "شركة الاستشارات العربية (2026)";
    private static final String GREEK = "Ελληνικά Νερά Α.Ε.";
    private static final String CYRILLIC = "ООО Вода України Ђурђевић";
    private static final String VIETNAMESE = "Công ty Nước Sạch Việt Nam";
    private static final String EMOJI = "Rocket 🚀 and 👩🏽‍💻";

    /** Cherokee, which no font of a statement has. */
    private static final String WITHOUT_FONT = "ᏣᎳᎩ";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void each_script_is_set_in_a_font_that_has_it() {
        assertThat(Lettering.of("Müller").runs()).containsExactly(new Lettering.Run(Typeface.PAGE, "Müller"));
        assertThat(Lettering.of(SIMPLIFIED).runs())
                .as("a name isn't set in two fonts")
                .containsExactly(new Lettering.Run(Typeface.CHINESE, SIMPLIFIED));
        assertThat(Lettering.of(TRADITIONAL).missing()).isZero();
        assertThat(Lettering.of(KOREAN).runs()).containsExactly(new Lettering.Run(Typeface.KOREAN, KOREAN));
        assertThat(Lettering.of(HINDI).runs()).containsExactly(new Lettering.Run(Typeface.LATIN, HINDI));
        assertThat(Lettering.of("می\u200Cخواهم").runs()).hasSize(1);
        assertThat(Lettering.of("株式会社みずうみ").runs()).containsExactly(new Lettering.Run(Typeface.PAGE, "株式会社みずうみ"));
        assertThat(Lettering.of("A 🚀 B").runs())
                .containsExactly(
                        new Lettering.Run(Typeface.PAGE, "A "),
                        new Lettering.Run(Typeface.EMOJI, "🚀"),
                        new Lettering.Run(Typeface.PAGE, " B"));
        for (String name : List.of(THAI, HINDI, ARABIC, GREEK, CYRILLIC, VIETNAMESE, EMOJI)) {
            assertThat(Lettering.of(name).missing()).as(name).isZero();
        }
    }

    @Test
    void letters_that_depend_on_their_neighbours_are_laid_out_by_the_jdk() {
        for (String name : List.of(THAI, HINDI, ARABIC, EMOJI)) {
            assertThat(Lettering.of(name).isComplex()).as(name).isTrue();
        }
        for (String name : List.of(SIMPLIFIED, TRADITIONAL, KOREAN, GREEK, CYRILLIC, VIETNAMESE, "株式会社みずうみ")) {
            assertThat(Lettering.of(name).isComplex()).as(name).isFalse();
        }
        assertThat(DrawnText.isPossible()).isTrue();
    }

    @Test
    void joined_letters_take_less_space_than_letters_that_stand_alone() {
        assertThat(new DrawnText(Lettering.of("شركة"), 9, 500).width())
                .isLessThan((float) Typeface.ARABIC.width("شركة", 9));
        assertThat(new DrawnText(Lettering.of(ARABIC.repeat(3)), 9, 120).width())
                .isLessThanOrEqualTo(120);
    }

    @Test
    void decomposed_letters_are_composed_and_invisible_characters_are_left_out() {
        Lettering lettering = Lettering.of("Mu\u0308l\u200Bler\uFEFF\uFE0F");

        assertThat(lettering.text()).isEqualTo("Müller");
        assertThat(lettering.isComplex()).isFalse();
    }

    @Test
    void a_character_that_no_font_has_is_a_box_and_is_counted() throws IOException {
        assertThat(Lettering.of("A " + WITHOUT_FONT).text()).isEqualTo("A □□□");

        assertThat(text(page("Cherokee " + WITHOUT_FONT)))
                .contains("Cherokee □□□")
                .doesNotContain("#");
        assertThat(registry.counter("entente.statements.glyphs.missing").count())
                .isEqualTo(3);
    }

    @Test
    void names_in_all_scripts_conform_to_the_standards_and_no_font_is_embedded_whole() throws Exception {
        byte[] page = page("Partner " + ARABIC);
        assertThat(MeasuredPdf.of(page).keep("scripts").overprinted()).isEmpty();

        assertThat(PdfMother.violations(page, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(PdfMother.violations(page, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(page.length).isLessThan(150_000);
        assertThat(text(page))
                .contains(SIMPLIFIED, TRADITIONAL, KOREAN, GREEK, CYRILLIC, VIETNAMESE)
                .doesNotContain("#");
        assertThat(registry.counter("entente.statements.glyphs.missing").count())
                .isZero();
    }

    private byte[] page(String partner) {
        RecordingLedger ledger = new RecordingLedger();
        List<String> clients = List.of(
                SIMPLIFIED, TRADITIONAL, KOREAN, THAI, HINDI, ARABIC, GREEK, CYRILLIC, VIETNAMESE, EMOJI, "株式会社みずうみ");
        for (int i = 0; i < clients.size(); i++) {
            ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "deal-" + i, clients.get(i), "EUR 100.00", "EUR 10.00"));
        }
        Money zero = Money.zero(CurrencyUnit.EUR);
        Money earned = Money.parse("EUR 110.00");
        return PdfMother.pdf(ledger, partner, "en", registry)
                .render(PdfMother.issued(
                        new Figures(1, earned.multipliedBy(10), earned, zero, zero, earned), clients.size()));
    }

    private static String text(byte[] page) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(page)) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\r\\n]", "");
        }
    }
}
