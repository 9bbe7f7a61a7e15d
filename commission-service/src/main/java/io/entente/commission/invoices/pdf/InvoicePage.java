package io.entente.commission.invoices.pdf;

import io.entente.commission.invoices.Amounts;
import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceTexts;
import io.entente.commission.invoices.vat.Party;
import io.entente.platform.print.DrawnTextObject.Style;
import io.entente.platform.print.Html;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Lays out an invoice as XHTML, from which the PDF is made. */
final class InvoicePage {

    private static final String STYLE =
            """
            @page { size: A4; margin: 22mm 18mm 24mm 18mm;
              @bottom-left { content: "%FOOT%"; font-family: page; font-size: 8pt; color: #5a6472; }
              @bottom-right { content: "%PAGE% " counter(page) " %OF% " counter(pages);
                font-family: page; font-size: 8pt; color: #5a6472; } }
            body { font-family: page; font-size: 9pt; line-height: 1.45; color: #1b2430; word-wrap: break-word; }
            h1 { font-size: 20pt; font-weight: normal; margin: 0 0 5mm 0; color: #0f3d5e; }
            h2 { font-size: 9pt; font-weight: normal; margin: 0 0 1mm 0; color: #5a6472; }
            p { margin: 0; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            th { font-weight: normal; text-align: left; color: #5a6472; vertical-align: top; }
            td { vertical-align: top; }
            .parties { margin-bottom: 8mm; }
            .parties td { width: 50%; padding-right: 6mm; }
            .meta th { width: 32%; padding: 0.6mm 0; }
            .meta td { padding: 0.6mm 0; }
            .sums { margin-top: 8mm; border-top: 0.6mm solid #0f3d5e; }
            .sums th, .sums td { padding: 1.6mm 0; border-bottom: 0.2mm solid #d5dbe2; }
            .sums .amount { width: 34%; }
            .sums .total th, .sums .total td { border-bottom: 0.6mm solid #0f3d5e; color: #0f3d5e; font-size: 11pt; }
            .amount { text-align: right; white-space: nowrap; }
            .notes { margin-top: 8mm; }
            .notes p { margin-bottom: 2mm; }
            .latin { font-family: latin, page; }
            .chinese { font-family: chinese, page; }
            .korean { font-family: korean, page; }
            .thai { font-family: thai, page; }
            .arabic { font-family: arabic, page; }
            .emoji { font-family: emoji, page; }
            """;

    /** A4 is 210 mm wide, with margins of 18 mm. */
    private static final float PAGE_WIDTH = 174 / 25.4f * 72;

    private static final float SIZE = 9;
    private static final String COLOR = "#1b2430";

    /** Half of the page, less the space beside it. The shares are those of the style sheet. */
    private static final Style PARTY_STYLE = new Style(SIZE, PAGE_WIDTH * 0.46f, COLOR);

    private static final Style META_STYLE = new Style(SIZE, PAGE_WIDTH * 0.66f, COLOR);
    private static final Style NOTE_STYLE = new Style(SIZE, PAGE_WIDTH, COLOR);

    private final Html html = new Html();
    private final Invoice invoice;
    private final InvoiceTexts texts;
    private int missing;

    InvoicePage(Invoice invoice) {
        this.invoice = invoice;
        this.texts = InvoiceTexts.in(invoice.locale());
    }

    /** The characters of the page that no font has, after {@link #write}. */
    int missingCharacters() {
        return missing;
    }

    String write() {
        String title = texts.text("title." + invoice.kind());
        html.markup("<html lang=\"").text(texts.locale().toLanguageTag()).markup("\"><head><title>");
        html.text(title + " " + invoice.number()).markup("</title><meta name=\"description\" content=\"");
        html.text(title).markup("\"/><meta name=\"subject\" content=\"").text(title);
        html.markup("\"/><style>").markup(style()).markup("</style></head><body>");
        html.markup("<h1>").text(title).markup("</h1>");
        html.markup("<table class=\"parties\"><tbody><tr>");
        party("seller", invoice.seller());
        party("buyer", invoice.buyer());
        html.markup("</tr></tbody></table>");
        meta();
        sums();
        html.markup("<div class=\"notes\">");
        invoice.notes().forEach(note -> paragraph(note, NOTE_STYLE));
        paragraph(texts.text("terms." + invoice.kind()), NOTE_STYLE);
        return html.markup("</div></body></html>").toString();
    }

    private void party(String key, Party party) {
        html.markup("<td><h2>").text(texts.text(key)).markup("</h2>");
        paragraph(party.name(), PARTY_STYLE);
        if (party.address().street() != null) {
            paragraph(party.address().street(), PARTY_STYLE);
        }
        String code = party.address().postalCode();
        paragraph((code == null ? "" : code + " ") + party.address().city(), PARTY_STYLE);
        paragraph(texts.country(party.country()), PARTY_STYLE);
        numbered("vatId", party.vatId());
        numbered("taxNumber", party.taxNumber());
        html.markup("</td>");
    }

    private void numbered(String key, @Nullable String number) {
        if (number != null) {
            paragraph(texts.text(key) + ": " + number, PARTY_STYLE);
        }
    }

    private void meta() {
        html.markup("<table class=\"meta\"><tbody>");
        row("number", invoice.number().toString());
        row("issued", texts.day(invoice.issuedOn()));
        row(
                "period",
                texts.day(invoice.suppliedIn().startsOn()) + " – "
                        + texts.day(invoice.suppliedIn().endsOn()));
        if (invoice.corrects() != null) {
            row("corrects", invoice.corrects());
        }
        row("service", invoice.description());
        html.markup("</tbody></table>");
    }

    private void sums() {
        Amounts amounts = invoice.amounts();
        html.markup("<table class=\"sums\"><tbody>");
        sum(texts.text("net"), amounts.net(), "");
        // Without VAT there is no rate to state. The note on the invoice says why.
        sum(
                amounts.vatRate().signum() == 0
                        ? texts.text("noVat")
                        : texts.text("vat", texts.percent(amounts.vatRate())),
                amounts.vat(),
                "");
        sum(texts.text("gross"), amounts.gross(), amounts.withheld().isZero() ? "total" : "");
        if (amounts.withheld().isPositive()) {
            sum(
                    texts.text("withheld." + invoice.kind(), texts.percent(amounts.withholdingRate())),
                    amounts.withheld().negated(),
                    "");
            sum(texts.text("payable." + invoice.kind()), amounts.payable(), "total");
        }
        html.markup("</tbody></table>");
    }

    private void sum(String label, Money amount, String kind) {
        html.markup("<tr class=\"" + kind + "\"><th scope=\"row\">").text(label).markup("</th>");
        html.cell("amount", texts.amount(amount)).markup("</tr>");
    }

    private void row(String key, String value) {
        html.markup("<tr><th scope=\"row\">").text(texts.text(key)).markup("</th><td>");
        missing += html.name(value, META_STYLE);
        html.markup("</td></tr>");
    }

    private void paragraph(String text, Style style) {
        html.markup("<p>");
        missing += html.name(text, style);
        html.markup("</p>");
    }

    private String style() {
        return STYLE.replace("%FOOT%", invoice.number().toString())
                .replace("%PAGE%", texts.text("page"))
                .replace("%OF%", texts.text("of"));
    }
}
