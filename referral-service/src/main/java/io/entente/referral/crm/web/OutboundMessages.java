package io.entente.referral.crm.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealChange.Incident;
import io.entente.referral.crm.DealFact;
import io.entente.referral.crm.web.ChangeReader.Read;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads Salesforce's outbound messages: SOAP requests with up to 100 notifications, each with the fields of one opportunity. A
 * notification can arrive several times and in any order, so include {@code LastModifiedDate} in the message.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging.htm">Outbound
 *     messaging</a>
 */
final class OutboundMessages {

    /** The answer that Salesforce expects. Without it, Salesforce sends the message again for 24 hours. */
    static final String ACKNOWLEDGEMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>\
            <notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>\
            </soapenv:Body></soapenv:Envelope>
            """;

    private static final String NAMESPACE = "http://soap.sforce.com/2005/09/outbound";
    private static final String OPPORTUNITY = "Opportunity";
    private static final List<String> TIMES = List.of("SystemModstamp", "LastModifiedDate");

    private OutboundMessages() {}

    /**
     * A message.
     *
     * @param organizationId the Salesforce organization that sends it; empty if the message doesn't name it
     */
    record Message(Optional<String> organizationId, Read read) {}

    /** @param receivedAt the time of a change whose message doesn't say when it happened */
    static Message read(byte[] body, String referralField, Instant receivedAt) {
        Document document = parsed(body);
        List<DealChange> changes = new ArrayList<>();
        int ignored = 0;
        for (Element notification : elements(document.getElementsByTagNameNS(NAMESPACE, "Notification"))
                .toList()) {
            Optional<DealChange> change = change(notification, referralField, receivedAt);
            change.ifPresent(changes::add);
            ignored += change.isPresent() ? 0 : 1;
        }
        Optional<String> organization = elements(document.getElementsByTagNameNS(NAMESPACE, "OrganizationId"))
                .findFirst()
                .map(element -> element.getTextContent().strip());
        return new Message(organization, new Read(changes, ignored, 0));
    }

    private static Optional<DealChange> change(Element notification, String referralField, Instant receivedAt) {
        Optional<Element> object = child(notification, "sObject").filter(OutboundMessages::isOpportunity);
        Optional<String> eventId = child(notification, "Id").flatMap(OutboundMessages::text);
        Optional<String> dealId = object.flatMap(fields -> field(fields, "Id"))
                .filter(id -> ChangeReader.DEAL_ID.matcher(id).matches());
        if (object.isEmpty() || eventId.isEmpty() || dealId.isEmpty()) {
            return Optional.empty();
        }
        Element fields = object.get();
        Map<DealFact, String> facts = new EnumMap<>(DealFact.class);
        SalesforceChanges.FACTS.forEach((name, fact) -> fact(fields, name).ifPresent(value -> facts.put(fact, value)));
        boolean isDeleted = field(fields, "IsDeleted").filter("true"::equals).isPresent();
        return Optional.of(new DealChange(
                dealId.get(),
                eventId.get(),
                at(fields).orElse(receivedAt),
                field(fields, SalesforceChanges.STAGE).orElse(null),
                facts,
                field(fields, referralField).orElse(null),
                isDeleted ? Incident.deleted() : null));
    }

    private static boolean isOpportunity(Element object) {
        String type = object.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
        return type.substring(type.indexOf(':') + 1).equals(OPPORTUNITY);
    }

    private static Optional<Instant> at(Element fields) {
        return TIMES.stream()
                .flatMap(name -> field(fields, name).stream())
                .flatMap(OutboundMessages::instant)
                .findFirst();
    }

    private static Stream<Instant> instant(String text) {
        try {
            return Stream.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }

    private static Optional<String> field(Element fields, String name) {
        return child(fields, name).flatMap(OutboundMessages::text);
    }

    /** An element without text means that the field has been cleared. */
    private static Optional<String> fact(Element fields, String name) {
        return child(fields, name)
                .flatMap(element -> element.getTextContent().isBlank() ? Optional.of("") : text(element));
    }

    private static Optional<String> text(Element element) {
        return ChangeReader.text(element.getTextContent());
    }

    private static Optional<Element> child(Element parent, String name) {
        return elements(parent.getChildNodes())
                .filter(element -> name.equals(element.getLocalName()))
                .findFirst();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** Parses without document types and entities, because a foreign system sends the text. */
    private static Document parsed(byte[] body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(body));
        } catch (SAXException e) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("body", "must be a SOAP message: " + e.getMessage())));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("This Java runtime can't parse XML", e);
        }
    }
}
