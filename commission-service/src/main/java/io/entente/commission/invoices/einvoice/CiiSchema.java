package io.entente.commission.invoices.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The XSD of the Cross Industry Invoice D16B, to which EN 16931 binds its semantics. It finds elements that are unknown, missing
 * or in the wrong order, which the business rules don't look at. It is loaded when the first invoice is issued.
 *
 * @see <a href="https://unece.org/trade/uncefact/xml-schemas">UN/CEFACT XML schemas</a>
 */
final class CiiSchema {

    /** From {@code com.helger.cii:ph-cii-d16b}. */
    private static final URI ROOT =
            URI.create("cii:/external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd");

    private @Nullable Schema loaded;

    /** What the XML violates, in the words of the validator. */
    List<String> violations(String xml) {
        List<String> violations = new ArrayList<>();
        try {
            Validator validator = schema().newValidator();
            validator.setErrorHandler(collecting(violations));
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException e) {
            violations.add("It is not well-formed XML: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("The XML in memory could not be read", e);
        }
        return violations;
    }

    private synchronized Schema schema() throws SAXException {
        if (loaded == null) {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            // Nothing is fetched: the parts of the schema come from the class path, by the resolver.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, ROOT.getScheme());
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> input(systemId, base));
            loaded = factory.newSchema(new StreamSource(open(ROOT), ROOT.toString()));
        }
        return loaded;
    }

    private static LSInput input(@Nullable String systemId, @Nullable String base) {
        if (systemId == null || base == null) {
            throw new IllegalStateException("The schema refers to a part without a name");
        }
        URI part = URI.create(base).resolve(systemId);
        LSInput input = dom().createLSInput();
        input.setSystemId(part.toString());
        input.setByteStream(open(part));
        return input;
    }

    private static DOMImplementationLS dom() {
        try {
            return (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform has a DOM", e);
        }
    }

    private static InputStream open(URI part) {
        InputStream content = CiiSchema.class.getResourceAsStream(part.getPath());
        if (content == null) {
            throw new IllegalStateException("The schema lacks its part " + part);
        }
        return content;
    }

    private static ErrorHandler collecting(List<String> violations) {
        return new ErrorHandler() {
            @Override
            public void warning(SAXParseException found) {
                // A warning is about the schema and not about the invoice.
            }

            @Override
            public void error(SAXParseException found) {
                violations.add(String.valueOf(found.getMessage()));
            }

            @Override
            public void fatalError(SAXParseException found) throws SAXException {
                throw found;
            }
        };
    }
}
