package io.entente.referral.disputes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

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
}
