package io.entente.commission.bankreports.iso20022;

import io.entente.commission.bankreports.UnreadableReportException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file as a stream of frames. A document type declaration is refused, so there are no entities that could fetch or
 * multiply anything. Depth and length of texts are bounded.
 */
final class FrameReader {

    /** The element that contains a report. */
    static final String DOCUMENT = "Document";

    private static final int MAX_DEPTH = 64;

    /** The longest text of the standard that is of interest has 500 characters. */
    private static final int MAX_TEXT_CHARACTERS = 1000;

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Frame frame;
    private boolean leaf;
    private @Nullable String currency;

    private FrameReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Takes the frames of a document. */
    interface Sink {

        /** The names of the elements of interest. */
        Set<String> frames();

        /** An element of interest has ended. Those beneath it have ended before. */
        void ended(Frame frame) throws UnreadableReportException;
    }

    static FrameReader open(InputStream file) throws XMLStreamException {
        // The parser of the JDK, whatever other parsers are on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return new FrameReader(factory.createXMLStreamReader(file));
    }

    /** Goes to the first element of this name and returns its namespace; null if there is none. */
    @Nullable
    String goTo(String element) throws XMLStreamException, UnreadableReportException {
        while (xml.hasNext()) {
            int event = xml.next();
            refuseDeclaration(event);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
                return xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
            }
        }
        return null;
    }

    /** Reads to the end of the file. */
    void read(Sink sink) throws XMLStreamException, UnreadableReportException {
        while (xml.hasNext()) {
            int event = xml.next();
            refuseDeclaration(event);
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName(), sink);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end(sink);
                default -> {
                    // Comments and processing instructions mean nothing.
                }
            }
        }
    }

    private static void refuseDeclaration(int event) throws UnreadableReportException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableReportException("must not contain a document type declaration or entities");
        }
    }

    private void start(String name, Sink sink) throws UnreadableReportException {
        if (path.size() >= MAX_DEPTH) {
            throw new UnreadableReportException("must not be nested deeper than %d elements".formatted(MAX_DEPTH));
        }
        if (name.equals(DOCUMENT)) {
            throw new UnreadableReportException("must contain one report only; send each one by itself");
        }
        path.addLast(name);
        if (sink.frames().contains(name)) {
            frame = new Frame(name, frame, path.size());
        }
        currency = xml.getAttributeValue(null, "Ccy");
        text.setLength(0);
        leaf = true;
    }

    private void add(String more) {
        int room = MAX_TEXT_CHARACTERS - text.length();
        text.append(more, 0, Math.min(room, more.length()));
    }

    private void end(Sink sink) throws UnreadableReportException {
        if (path.isEmpty()) {
            // The end of the document, and of an envelope around it.
            return;
        }
        Frame around = frame;
        if (around != null && leaf && path.size() > around.depth()) {
            around.put(pathWithin(around), text.toString().strip(), currency);
        }
        boolean ended = around != null && path.size() == around.depth();
        leaf = false;
        path.removeLast();
        if (around != null && ended) {
            frame = around.parent();
            sink.ended(around);
        }
    }

    private String pathWithin(Frame around) {
        StringBuilder within = new StringBuilder();
        int depth = 0;
        for (String element : path) {
            if (++depth > around.depth()) {
                within.append(within.isEmpty() ? "" : "/").append(element);
            }
        }
        return within.toString();
    }
}
