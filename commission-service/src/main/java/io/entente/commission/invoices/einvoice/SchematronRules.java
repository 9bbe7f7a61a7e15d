package io.entente.commission.invoices.einvoice;

import java.io.StringReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The business rules of EN 16931 for the Cross Industry Invoice, as CEN publishes them: Schematron, compiled to XSLT 2. They
 * are loaded when the first invoice is issued, which takes some seconds; after that an invoice takes less than 100 ms.
 */
final class SchematronRules {

    /** From {@code com.helger.phive.rules:phive-rules-en16931}. */
    private static final String RULES = "/external/schematron/1.3.16/cii/EN16931-CII-validation.xslt";

    private @Nullable Templates compiled;

    /** The texts of the rules that the XML violates. */
    List<String> violations(String xml) {
        Report report = new Report();
        try {
            compiled().newTransformer().transform(new StreamSource(new StringReader(xml)), new SAXResult(report));
        } catch (TransformerException e) {
            return List.of("It is not well-formed XML: " + e.getMessage());
        }
        return report.failed;
    }

    private synchronized Templates compiled() throws TransformerException {
        if (compiled == null) {
            URL rules = Objects.requireNonNull(SchematronRules.class.getResource(RULES), RULES);
            compiled = TransformerFactory.newInstance(
                            "net.sf.saxon.TransformerFactoryImpl", SchematronRules.class.getClassLoader())
                    .newTemplates(new StreamSource(rules.toExternalForm()));
        }
        return compiled;
    }

    /** Collects the failed assertions of a report in the Schematron Validation Report Language. */
    private static final class Report extends DefaultHandler {

        private final List<String> failed = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean inFailure;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            text.setLength(0);
            inFailure = inFailure || name.equals("failed-assert");
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (inFailure && name.equals("text")) {
                failed.add(text.toString().strip().replaceAll("\\s+", " "));
            }
            inFailure = inFailure && !name.equals("failed-assert");
        }
    }
}
