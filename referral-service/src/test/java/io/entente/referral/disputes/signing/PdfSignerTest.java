package io.entente.referral.disputes.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfSignerTest {

    private static final Instant NOW = Instant.parse("2026-06-15T10:30:00Z");
    private static final String REASON = "Dispute file cnf_17";

    @TempDir
    static Path directory;

    private static SigningKey key;
    private static byte[] page;
    private static byte[] signed;

    @BeforeAll
    static void sign() throws IOException {
        KeyStoreFile file = new KeyStoreFile(directory.resolve("keys.p12"), "secret", "dispute-files");
        file.createIfMissing("A signer", NOW);
        key = file.read();
        page = blankPage();
        signed = new PdfSigner(key).sign(page, REASON, NOW);
    }

    @Test
    void another_library_finds_the_signature_valid_and_over_the_whole_file() throws IOException {
        assertThat(Verified.of(signed)).isEqualTo(new Verified(true, true, "CN=A signer"));
    }

    @Test
    void a_changed_byte_makes_the_signature_invalid() throws IOException {
        byte[] reason = signed.clone();
        reason[indexOf(REASON)] = 'd';
        byte[] size = signed.clone();
        size[indexOf("/MediaBox") + "/Media".length()] = 'b';

        assertThat(Verified.of(reason).isValid()).isFalse();
        assertThat(Verified.of(size).isValid()).isFalse();
    }

    @Test
    void additions_after_the_signature_are_not_covered_by_it() throws IOException {
        byte[] later;
        try (PDDocument document = Loader.loadPDF(signed)) {
            document.getDocumentCatalog().setLanguage("de");
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            later = out.toByteArray();
        }

        assertThat(Verified.of(later).isWhole()).isFalse();
    }

    @Test
    void the_signature_is_pades_baseline_b() throws Exception {
        PDSignature signature;
        try (PDDocument document = Loader.loadPDF(signed)) {
            signature = document.getSignatureDictionaries().get(0);
        }
        AttributeTable attributes = new CMSSignedData(signature.getContents(signed))
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next()
                .getSignedAttributes();
        SigningCertificateV2 certificate = SigningCertificateV2.getInstance(attributes
                .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .getAttrValues()
                .getObjectAt(0));

        assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        assertThat(signature.getSignDate().toInstant()).isEqualTo(NOW);
        assertThat(certificate.getCerts()[0].getCertHash())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(key.certificate().getEncoded()));
        assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
        assertThat(attributes.get(CMSAttributes.contentType)).isNotNull();
        assertThat(Arrays.copyOf(signed, page.length)).isEqualTo(page);
    }

    private static byte[] blankPage() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static int indexOf(String text) {
        int found = new String(signed, ISO_8859_1).indexOf(text);
        assertThat(found).isPositive();
        return found;
    }
}
