package io.entente.commission.statements.pdf;

import io.entente.commission.statements.proof.StatementProof;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Embeds the proof of a statement into its PDF, as PDF/A-3 allows. Everything else of the PDF stays as it is. */
final class EmbeddedProof {

    private EmbeddedProof() {}

    /** @param at the time that the embedded file shows */
    static byte[] in(byte[] pdf, byte[] proof, Instant at) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            PDComplexFileSpecification file = file(document, proof, at);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(StatementProof.FILE, file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
            names.setEmbeddedFiles(files);
            catalog.setNames(names);
            COSArray associated = new COSArray();
            associated.add(file.getCOSObject());
            catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static PDComplexFileSpecification file(PDDocument document, byte[] proof, Instant at) throws IOException {
        PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(proof), COSName.FLATE_DECODE);
        content.setSubtype("application/json");
        content.setSize(proof.length);
        Calendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        time.setTimeInMillis(at.toEpochMilli());
        content.setModDate(time);
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(StatementProof.FILE);
        file.setFileUnicode(StatementProof.FILE);
        file.setFileDescription("Ledger entries of the statement");
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        file.getCOSObject().setName("AFRelationship", "Source");
        return file;
    }
}
