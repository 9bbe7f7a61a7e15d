package io.entente.commission.bankreports.iso20022;

import io.entente.commission.bankreports.ReportFile;
import io.entente.commission.bankreports.UnreadableReportException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a bank's report. The elements that matter have the same names in all versions, so one reader serves them all:
 * pain.002.001.03 to .14, the German pain.002.002.03 and pain.002.003.03, the Swiss pain.002.001.03.ch.02, and
 * camt.054.001.02 to .13. An envelope around the document, such as that of SWIFT, is skipped.
 */
public final class ReportReader {

    private static final Pattern NAMESPACE =
            Pattern.compile("(?:urn:iso:std:iso:20022:tech:xsd:|http://www\\.six-interbank-clearing\\.com/de/)"
                    + "((pain\\.002\\.00[1-3]|camt\\.054\\.001)\\.(\\d\\d))(?:\\.ch\\.\\d\\d\\.xsd)?");

    private static final String READABLE =
            "pain.002.001.03 to pain.002.001.14, pain.002.002.03, pain.002.003.03, and camt.054.001.02 to camt.054.001.13";

    private static final int NATIONAL = 3;

    private ReportReader() {}

    /**
     * Reads a report.
     *
     * @param zone of the program, in which a date-time becomes a day
     * @throws UnreadableReportException if the file isn't one of these reports, with the reason
     */
    public static ReportFile read(InputStream file, ZoneId zone) throws UnreadableReportException {
        try {
            FrameReader frames = FrameReader.open(file);
            String namespace = frames.goTo(FrameReader.DOCUMENT);
            Matcher schema = NAMESPACE.matcher(namespace == null ? "" : namespace);
            if (!schema.matches() || !isReadable(schema.group(2), Integer.parseInt(schema.group(3)))) {
                throw new UnreadableReportException("must be a Document in the namespace of " + READABLE);
            }
            Report report =
                    schema.group(2).startsWith("pain") ? new Pain002(new Dates(zone)) : new Camt054(new Dates(zone));
            frames.read(report);
            return report.file(schema.group(1));
        } catch (XMLStreamException e) {
            // The parser's message may quote the file, which is about people's money.
            throw new UnreadableReportException("must be well-formed XML; it is not at line %d, column %d"
                    .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
        }
    }

    private static boolean isReadable(String message, int version) {
        return switch (message) {
            case "pain.002.001" -> version >= 3 && version <= 14;
            case "camt.054.001" -> version >= 2 && version <= 13;
            default -> version == NATIONAL;
        };
    }
}
