package io.entente.referral.disputes.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.print.DrawnTextObject.Style;
import io.entente.platform.print.Html;
import io.entente.referral.disputes.DisputeFile;
import io.entente.referral.disputes.DisputeItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Lays out a dispute file as XHTML, from which the PDF is made. Each item has a head, its facts and its hash. */
final class DisputePage {

    private static final Style TEXT = new Style(9, 330, "#1b2430");
    private static final String CSS = read();
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    /** A font has no tab. */
    private static final String TAB = "    ";

    private final DisputeFile file;
    private final Html html = new Html();

    DisputePage(DisputeFile file) {
        this.file = file;
    }

    String xhtml() {
        String title = "Dispute file " + file.conflictId();
        html.markup("<html lang=\"en\"><head><title>").text(title);
        html.markup("</title><meta name=\"description\" content=\"").text(title);
        html.markup("\"/><meta name=\"subject\" content=\"").text(title);
        html.markup("\"/><style>")
                .markup(CSS)
                .markup("</style></head><body><h1>")
                .text(title);
        html.markup("</h1><table class=\"facts\"><tbody>");
        fact("Client", file.client());
        file.parties()
                .forEach(
                        party -> fact("Partner", party.partnerId() + " " + (party.name() == null ? "" : party.name())));
        fact("Put together at", file.at());
        fact("Items", file.items().size());
        hash("SHA-256 of the file", file.sha256());
        html.markup("</tbody></table><p>").text(DisputeFile.ON_DELIVERIES);
        html.markup("</p><p>")
                .text(
                        "The embedded file dispute-file.json has the same items and says how their hashes are computed. The signature covers the"
                                + " page and the embedded file.");
        html.markup("</p>");
        file.items().forEach(this::item);
        return html.markup("</body></html>").toString();
    }

    private void item(DisputeItem item) {
        html.markup("<h2>").text(item.kind().name().replace('_', ' ') + " " + item.at());
        html.markup("</h2><table class=\"facts\"><tbody>");
        fact("id", item.id());
        facts("", item.content());
        hash("SHA-256", item.sha256());
        html.markup("</tbody></table>");
    }

    private void facts(String path, Map<?, ?> content) {
        Map<String, Object> sorted = new TreeMap<>();
        content.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        sorted.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parts) {
                facts(path + name + ".", parts);
            } else {
                fact(path + name, value instanceof Collection<?> several ? listed(several) : value);
            }
        });
    }

    private static String listed(Collection<?> values) {
        return String.join(", ", values.stream().map(String::valueOf).toList());
    }

    private void fact(String name, Object value) {
        html.markup("<tr><th scope=\"row\">");
        html.name(name, TEXT);
        html.markup("</th><td class=\"value\">");
        lines(String.valueOf(value));
        html.markup("</td></tr>");
    }

    /** A text of several lines has the same lines on the page. */
    private void lines(String text) {
        String[] lines = LINE_BREAK.split(text, -1);
        for (int i = 0; i < lines.length; i++) {
            html.markup(i == 0 ? "" : "<br/>");
            html.name(lines[i].replace("\t", TAB), TEXT);
        }
    }

    /** A hash stays on one line, so that it can be selected, copied and searched for whole. */
    private void hash(String name, String sha256) {
        html.markup("<tr><th scope=\"row\">").text(name);
        html.markup("</th><td class=\"hash\">").text(sha256).markup("</td></tr>");
    }

    private static String read() {
        try (InputStream css = Objects.requireNonNull(DisputePage.class.getResourceAsStream("dispute.css"))) {
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
