package io.entente.commission.invoices.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.print.EmbeddedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Embeds an invoice's XML into its PDF as Factur-X 1.0 and ZUGFeRD 2 define it: the file {@code factur-x.xml}, its relation to
 * the page, and four properties in the metadata. Everything else of the PDF stays as it is, including its tags.
 */
final class EmbeddedXml {

    static final String FILE = "factur-x.xml";

    private static final String DESCRIPTION = "EN 16931 invoice (Cross Industry Invoice)";

    /** The properties, which PDF/A requires to be declared in the metadata as well. */
    private static final String PROPERTIES =
            """
            <rdf:Description xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#" rdf:about="">
              <fx:DocumentType>INVOICE</fx:DocumentType>
              <fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
              <fx:Version>1.0</fx:Version>
              <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
            </rdf:Description>
            """;

    private static final String SCHEMA =
            """
            <rdf:li rdf:parseType="Resource">
              <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
              <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
              <pdfaSchema:prefix>fx</pdfaSchema:prefix>
              <pdfaSchema:property><rdf:Seq>%s%s%s%s</rdf:Seq></pdfaSchema:property>
            </rdf:li>
            """
                    .formatted(
                            property("DocumentFileName", "name of the embedded XML invoice file"),
                            property("DocumentType", "INVOICE"),
                            property("Version", "version of the Factur-X XML schema"),
                            property("ConformanceLevel", "conformance level of the embedded XML"));

    private EmbeddedXml() {}

    /** @param at the time that the embedded file shows */
    static byte[] in(byte[] pdf, String xml, Instant at) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new EmbeddedFile(FILE, DESCRIPTION, "text/xml", "Alternative", xml.getBytes(UTF_8), at).addTo(document);
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            String metadata = new String(catalog.getMetadata().toByteArray(), UTF_8);
            catalog.setMetadata(new PDMetadata(
                    document, new ByteArrayInputStream(extended(metadata).getBytes(UTF_8))));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** The metadata with the properties. It declares the extensions of PDF/UA already, and all are one list. */
    private static String extended(String metadata) {
        int list = metadata.indexOf("<rdf:Bag>", metadata.indexOf("<pdfaExtension:schemas>")) + "<rdf:Bag>".length();
        String declared = metadata.substring(0, list) + SCHEMA + metadata.substring(list);
        int end = declared.lastIndexOf("</rdf:RDF>");
        return declared.substring(0, end) + PROPERTIES + declared.substring(end);
    }

    private static String property(String name, String description) {
        return """
               <rdf:li rdf:parseType="Resource">
                 <pdfaProperty:name>%s</pdfaProperty:name>
                 <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                 <pdfaProperty:category>external</pdfaProperty:category>
                 <pdfaProperty:description>%s</pdfaProperty:description>
               </rdf:li>
               """
                .formatted(name, description);
    }
}
