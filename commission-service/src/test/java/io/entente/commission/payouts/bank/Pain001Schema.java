package io.entente.commission.payouts.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The standard's own schema of payment files, as contained in a library for German online banking. */
public final class Pain001Schema {

    private Pain001Schema() {}

    /** @throws SAXException if the file isn't valid */
    public static void validate(byte[] file) throws SAXException, IOException {
        schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(file)));
    }

    private static Schema schema() throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory.newSchema(new StreamSource(Pain001Schema.class.getResourceAsStream("/pain.001.001.09.xsd")));
    }
}
