package io.entente.referral.disputes.pdf;

import io.entente.platform.print.EmbeddedFile;
import io.entente.platform.print.PdfPages;
import io.entente.referral.disputes.DisputeFile;
import io.entente.referral.disputes.signing.PdfSigner;
import io.entente.referral.disputes.signing.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Writes a dispute file as a PDF with the JSON inside, and signs both. */
@Component
public class DisputePdf {

    /** The name of the embedded file. */
    public static final String EMBEDDED = "dispute-file.json";

    /** @param json the same file as JSON, to be embedded */
    public byte[] render(DisputeFile file, byte[] json, SigningKey key) {
        try {
            byte[] page = PdfPages.of(new DisputePage(file).xhtml());
            byte[] whole = EmbeddedFile.json(EMBEDDED, "The dispute file as JSON", json, file.at())
                    .in(page);
            return new PdfSigner(key).sign(whole, "Dispute file " + file.conflictId(), file.at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
