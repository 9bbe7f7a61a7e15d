package io.entente.commission.payouts.bank;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Checks a payment file against the rules that banks apply and that the XSD doesn't contain: the character set and lengths of
 * the EPC, slashes, structured addresses, valid accounts, sums that add up, and no day of execution in the past. The file is read as a
 * stream.
 *
 * @see <a href="https://www.europeanpaymentscouncil.eu/document-library/implementation-guidelines">EPC132-08, SEPA credit
 *     transfer, customer-to-PSP implementation guidelines</a>
 */
final class EpcRules {

    /** The maximum number of violations that are reported. */
    private static final int MAX_VIOLATIONS = 20;

    private final Deque<String> path = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();
    private final EpcSums sums = new EpcSums();
    private final EpcTransfer transfer = new EpcTransfer();

    private final LocalDate earliest;

    private EpcRules(LocalDate earliest) {
        this.earliest = earliest;
    }

    /**
     * The rules that a file breaks, as sentences; none if a bank can accept it.
     *
     * @param earliest the first day on which a bank can execute it
     */
    static List<String> violations(InputStream file, LocalDate earliest) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        EpcRules rules = new EpcRules(earliest);
        rules.read(factory.createXMLStreamReader(file));
        return rules.violations;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        while (xml.hasNext() && violations.size() < MAX_VIOLATIONS) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.push(xml.getLocalName());
                    transfer.start(xml.getLocalName(), xml.getAttributeValue(null, "Ccy"));
                    text.setLength(0);
                    leaf = true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(leaf ? text.toString() : null);
                    leaf = false;
                }
                default -> {
                    // Comments and processing instructions carry nothing that a bank reads.
                }
            }
        }
    }

    private void end(@Nullable String text) {
        String element = path.pop();
        String parent = path.isEmpty() ? "" : path.peek();
        if (text != null) {
            EpcText.violation(element, text, limit(element, parent)).ifPresent(violations::add);
            sums.leaf(element, parent, text).ifPresent(violations::add);
            transfer.leaf(element, parent, text).ifPresent(violations::add);
            day(element, parent, text).ifPresent(violations::add);
        } else {
            sums.end(element).ifPresent(violations::add);
            transfer.end(element).ifPresent(violations::add);
        }
    }

    private Optional<String> day(String element, String parent, String text) {
        return element.equals("Dt")
                        && parent.equals("ReqdExctnDt")
                        && LocalDate.parse(text).isBefore(earliest)
                ? Optional.of("ReqdExctnDt %s is in the past; it must not be before %s.".formatted(text, earliest))
                : Optional.empty();
    }

    private int limit(String element, String parent) {
        return element.equals("Nm") && parent.equals("Cdtr") ? transfer.maxNameCharacters() : EpcText.limit(element);
    }
}
