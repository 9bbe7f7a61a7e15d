package io.entente.partner.agreements.memorandum;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.partner.agreements.Acceptance;
import io.entente.partner.agreements.AgreementVersion;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.platform.print.DrawnTextObject.Style;
import io.entente.platform.print.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays out a memorandum as XHTML, from which the PDF is made. */
final class MemorandumPage {

    /** Three quarters of an A4 page with margins of 16 mm, in points. It must agree with {@code memorandum.css}. */
    private static final float VALUE_WIDTH = 375;

    private static final String COLOR = "#1b2430";
    private static final String CSS = read();

    private final Html html = new Html();
    private final AgreementVersion version;
    private final DocumentJson document;
    private final MemorandumWords words;
    private final ZoneId zone;
    private final double size;

    /** @param size of the font, in points */
    MemorandumPage(AgreementVersion version, DocumentJson document, MemorandumWords words, ZoneId zone, double size) {
        this.version = version;
        this.document = document;
        this.words = words;
        this.zone = zone;
        this.size = size;
    }

    String xhtml() {
        String title = words.text("title");
        html.markup("<html lang=\"").text(words.language()).markup("\"><head><title>");
        html.text(title).markup("</title><meta name=\"description\" content=\"").text(title);
        html.markup("\"/><meta name=\"subject\" content=\"").text(title).markup("\"/><style>");
        html.markup(styleSheet()).markup("</style></head><body><h1>").text(title);
        html.markup("</h1><p class=\"title\">");
        name(document.title());
        html.text(" \u2013 " + words.text("version", version.number())).markup("</p>");
        section("parties");
        fact("firm", document.parties().firm());
        fact("partner", document.parties().partner());
        end();
        terms(version.terms());
        acceptances();
        return html.markup("</body></html>").toString();
    }

    private String styleSheet() {
        return CSS.replace("%FOOT%", document.agreementId())
                .replace("%PAGE%", words.text("page"))
                .replace("%OF%", words.text("of"))
                .replace("%SIZE%", String.format(Locale.ROOT, "%.1f", size));
    }

    private void terms(AgreementTerms terms) {
        section("scope");
        list("firmRefers", terms.scope().firmRefers());
        list("partnerRefers", terms.scope().partnerRefers());
        list("offLimits", terms.scope().offLimits());
        end();
        compensation(terms.compensation());
        section("exclusivity");
        fact("bound", words.name("exclusivity", terms.exclusivity().kind()));
        fact("details", terms.exclusivity().details());
        end();
        section("territory");
        fact(
                "countries",
                unlimited(terms.territory().countries().stream()
                        .map(words::country)
                        .toList()));
        fact("industries", unlimited(terms.territory().industries()));
        end();
        section("payment");
        fact("due", words.text("due.days", terms.payment().netDays()));
        fact("invoicing", terms.payment().invoicing());
        end();
        section("confidentiality");
        fact("secrecy", terms.confidentiality().confidentiality());
        fact("dataProtection", terms.confidentiality().dataProtection());
        end();
        term(terms.term());
        section("disputes");
        fact("law", words.country(terms.disputes().governingLaw()));
        fact("resolution", terms.disputes().resolution());
        end();
        section("governance");
        fact("decisions", terms.governance().decisions());
        fact("escalation", terms.governance().escalation());
        fact("checkIns", terms.governance().checkIns());
        end();
    }

    private void compensation(AgreementTerms.Compensation compensation) {
        section("compensation");
        fact("plan", compensation.planCode() == null ? words.text("plan.none") : compensation.planCode());
        fact("summary", compensation.summary());
        fact(
                "profession",
                compensation.profession() == null ? null : words.name("profession", compensation.profession()));
        fact("disclosure", compensation.disclosure());
        end();
    }

    private void term(AgreementTerms.Term term) {
        LocalDate last = term.endsOn();
        section("term");
        fact("starts", words.day(term.startsOn()));
        fact("ends", last == null ? words.text("ends.never") : words.day(last));
        fact("renewal", last == null ? null : words.name("renewal", term.renewal()));
        fact("notice", words.text("notice.days", term.noticeDays()));
        end();
    }

    private void acceptances() {
        section("acceptance");
        fact("firm", accepted(version.firm()));
        fact("partner", accepted(version.partner()));
        html.markup("<tr><th scope=\"row\">").text(words.text("hash"));
        html.markup("</th><td class=\"hash\">").text(String.valueOf(version.documentHash()));
        html.markup("</td></tr>");
        end();
        html.markup("<p class=\"note\">").text(words.text("note")).markup("</p>");
    }

    private String accepted(@Nullable Acceptance acceptance) {
        return acceptance == null
                ? words.text("pending")
                : acceptance.name() + ", " + words.time(acceptance.at(), zone);
    }

    private String unlimited(List<String> values) {
        return values.isEmpty() ? words.text("unlimited") : String.join(", ", values);
    }

    private void list(String key, List<String> values) {
        fact(key, values.isEmpty() ? words.text("nothing") : values.stream().collect(Collectors.joining("; ")));
    }

    private void section(String key) {
        html.markup("<h2>").text(words.text(key)).markup("</h2><table><tbody>");
    }

    private void end() {
        html.markup("</tbody></table>");
    }

    private void fact(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        html.markup("<tr><th scope=\"row\">").text(words.text("label." + key)).markup("</th><td>");
        name(value);
        html.markup("</td></tr>");
    }

    private void name(String text) {
        // The characters that no font has are boxes on the page; the embedded document has them.
        int unused = html.name(text, new Style((float) size, VALUE_WIDTH, COLOR));
    }

    private static String read() {
        try (InputStream css = Objects.requireNonNull(MemorandumPage.class.getResourceAsStream("memorandum.css"))) {
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
