package io.entente.referral.disputes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.print.DrawnText;
import io.entente.platform.print.PdfPages;
import io.entente.referral.disputes.DisputeFile;
import io.entente.referral.disputes.DisputeItem;
import io.entente.referral.disputes.DisputeItem.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisputePageTest {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    /** The items are many, so that some of their hashes come last on a page. */
    @ParameterizedTest
    @ValueSource(strings = {"8", "d"})
    void a_hash_stays_on_one_line_however_wide_its_digits_are(String digit) throws IOException {
        String sha256 = digit.repeat(64);
        List<DisputeItem> items = IntStream.range(0, 60)
                .mapToObj(i ->
                        new DisputeItem(Kind.EVENT, "evt_" + i, NOON, Map.of("note", "A line. ".repeat(i)), sha256))
                .toList();
        DisputeFile file = new DisputeFile("cnf_1", "Nordwind", List.of(), NOON, items, sha256);

        try (PDDocument pdf = Loader.loadPDF(PdfPages.of(new DisputePage(file).xhtml()))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            assertThat(new PDFTextStripper().getText(pdf).lines().filter(line -> line.contains(sha256)))
                    .hasSize(61);
        }
    }

    @Test
    void a_text_keeps_its_lines_and_tabs() throws IOException {
        String text = textOf("First line\nBudget:\t500\r\n\r\n  indented");

        assertThat(text.lines().map(String::stripTrailing))
                .containsSubsequence("note First line", "Budget:    500", "  indented");
    }

    /** The letters are drawn, and their text is behind them in the order in which it is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u05D7\u05D1\u05E8\u05EA \u05DE\u05D9\u05DD (2026) \u05D1\u05E2\"\u05DE",
                "\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD",
                "\u0634\u0631\u0643\u0629 \u0627\u0644\u0645\u064A\u0627\u0647",
                "Nile \u0634\u0631\u0643\u0629 Ltd",
                "\u0939\u093F\u0928\u094D\u0926\u0940 \u0928\u093F\u0917\u092E",
                "\u0E1A\u0E23\u0E34\u0E29\u0E31\u0E17 \u0E19\u0E49\u0E33 \u0E08\u0E33\u0E01\u0E31\u0E14",
                "Team \uD83D\uDC69\u200D\uD83D\uDCBB one"
            })
    void a_name_in_every_script_can_be_searched_and_copied(String name) throws IOException {
        assertThat(DrawnText.isPossible()).isTrue();
        assertThat(textOf("Client: " + name + ".")).contains(name);
    }

    private static String textOf(String note) throws IOException {
        DisputeItem item = new DisputeItem(Kind.EVENT, "evt_1", NOON, Map.of("note", note), "8".repeat(64));
        DisputeFile file = new DisputeFile("cnf_1", "Nordwind", List.of(), NOON, List.of(item), "8".repeat(64));
        try (PDDocument pdf = Loader.loadPDF(PdfPages.of(new DisputePage(file).xhtml()))) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
