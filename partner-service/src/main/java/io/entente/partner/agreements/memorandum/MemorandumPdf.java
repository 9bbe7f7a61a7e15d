package io.entente.partner.agreements.memorandum;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.partner.agreements.AgreementVersion;
import io.entente.platform.print.EmbeddedFile;
import io.entente.platform.print.PdfPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes a version of an agreement as a memorandum of one page: a PDF that can be archived (PDF/A-3), in the partner's language, with the
 * document that both sides accept inside. Long terms are set in a smaller font. If they don't fit in the smallest one either, they take
 * further pages.
 */
@Component
public class MemorandumPdf {

    /** The name of the embedded document. Its bytes have the hash that is on the page. */
    static final String FILE = "agreement.json";

    private static final double[] SIZES = {9, 8, 7, 6.5};

    private final ObjectMapper json;
    private final ZoneId zone;

    MemorandumPdf(ObjectMapper json, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.json = json;
        this.zone = zone;
    }

    /**
     * @param version proposed or accepted, because a draft has no document
     * @param language of the words that aren't part of the terms, as in BCP 47
     */
    public byte[] render(AgreementVersion version, String language) {
        String text = Objects.requireNonNull(version.document(), "document");
        DocumentJson document = json.readValue(text, DocumentJson.class);
        MemorandumWords words = new MemorandumWords(language);
        EmbeddedFile inside = EmbeddedFile.json(FILE, words.text("title"), text.getBytes(UTF_8), version.draftedAt());
        try {
            byte[] page = new byte[0];
            for (double size : SIZES) {
                page = PdfPages.of(new MemorandumPage(version, document, words, zone, size).xhtml());
                if (pages(page) == 1) {
                    break;
                }
            }
            return inside.in(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
