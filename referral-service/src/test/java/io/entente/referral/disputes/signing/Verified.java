package io.entente.referral.disputes.signing;

import com.lowagie.text.pdf.AcroFields;
import com.lowagie.text.pdf.PdfPKCS7;
import com.lowagie.text.pdf.PdfReader;
import java.io.IOException;
import java.security.SignatureException;
import java.util.List;

/**
 * The signature of a PDF, checked with OpenPDF, which has no code in common with the library that signs.
 *
 * @param isValid whether the signed bytes are unchanged and the key of the certificate has signed them
 * @param isWhole whether the signature covers the whole file
 */
public record Verified(boolean isValid, boolean isWhole, String subject) {

    public static Verified of(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            AcroFields fields = reader.getAcroFields();
            List<String> names = fields.getSignedFieldNames();
            if (names.size() != 1) {
                throw new IllegalStateException("There must be one signature, but there are " + names);
            }
            PdfPKCS7 signature = fields.verifySignature(names.get(0));
            return new Verified(
                    signature.verify(),
                    fields.signatureCoversWholeDocument(names.get(0)),
                    signature.getSigningCertificate().getSubjectX500Principal().getName());
        } catch (SignatureException e) {
            throw new IllegalStateException(e);
        }
    }
}
