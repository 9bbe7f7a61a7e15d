package io.entente.commission.statements.pdf;

import io.entente.commission.statements.Figures;
import io.entente.commission.statements.RunningBalance;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.StatementLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.joda.money.Money;

/** Lays out a statement as XHTML, from which the PDF is made. */
final class StatementPage {

    private static final String STYLE =
            """
            @page { size: A4; margin: 22mm 18mm 24mm 18mm;
              @bottom-left { content: "%FOOT%"; font-family: page; font-size: 8pt; color: #5a6472; }
              @bottom-right { content: "%PAGE% " counter(page) " %OF% " counter(pages);
                font-family: page; font-size: 8pt; color: #5a6472; } }
            body { font-family: page; font-size: 9pt; line-height: 1.45; color: #1b2430; }
            h1 { font-size: 20pt; font-weight: normal; margin: 0 0 1mm 0; color: #0f3d5e; }
            h2 { font-size: 11pt; font-weight: normal; margin: 9mm 0 2mm 0; color: #0f3d5e; }
            .firm { font-size: 9pt; color: #5a6472; margin: 0 0 8mm 0; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th { font-weight: normal; text-align: left; color: #5a6472; }
            .meta th { width: 32%; padding: 0.6mm 0; }
            .meta td { padding: 0.6mm 0; }
            .sums { margin-top: 7mm; border-top: 0.6mm solid #0f3d5e; }
            .sums th, .sums td { padding: 1.6mm 0; border-bottom: 0.2mm solid #d5dbe2; }
            .sums .closing th, .sums .closing td { border-bottom: 0.6mm solid #0f3d5e; color: #0f3d5e; font-size: 11pt; }
            .lines th { border-bottom: 0.4mm solid #0f3d5e; padding: 1mm 0 1mm 3mm; vertical-align: bottom;
              white-space: normal; }
            .lines td { border-bottom: 0.2mm solid #d5dbe2; padding: 1.1mm 0 1.1mm 3mm; vertical-align: top; }
            .lines th.day, .lines td.day { padding-left: 0; }
            .lines th.amount { width: 15%; }
            .lines tr { page-break-inside: avoid; }
            .small { font-size: 7.5pt; color: #5a6472; }
            .amount { text-align: right; white-space: nowrap; }
            .day { white-space: nowrap; }
            .note { margin-top: 6mm; color: #5a6472; }
            """;

    private final StringBuilder html = new StringBuilder(16_384);
    private final Statement statement;
    private final Words words;
    private final ZoneId zone;
    private final RunningBalance balance;
    private long lines;

    StatementPage(Statement statement, Words words, ZoneId zone) {
        this.statement = statement;
        this.words = words;
        this.zone = zone;
        this.balance = new RunningBalance(statement.figures().opening());
    }

    /** Writes the page up to the header of the lines. */
    void begin(String firm, String partner) {
        String title = words.text("title") + " " + statement.quarter();
        html.append("<html lang=\"").append(words.language()).append("\"><head><title>");
        html.append(escaped(title)).append("</title><meta name=\"description\" content=\"");
        html.append(escaped(title)).append("\"/><meta name=\"subject\" content=\"");
        html.append(escaped(title)).append("\"/><style>").append(style()).append("</style></head><body>");
        html.append("<p class=\"firm\">").append(escaped(firm)).append("</p>");
        html.append("<h1>").append(escaped(title)).append("</h1>");
        meta(partner);
        sums();
        html.append("<h2>").append(escaped(words.text("entries"))).append("</h2><table class=\"lines\"><thead><tr>");
        head("date", "day");
        head("what", "");
        for (String amount : new String[] {"revenue", "earned", "paid", "balance"}) {
            head(amount, "amount");
        }
        html.append("</tr></thead><tbody>");
    }

    void line(StatementLine line) {
        lines++;
        html.append("<tr>");
        cell("day", words.day(day(line.recordedAt())));
        html.append("<td>").append(escaped(words.kind(line.kind())));
        if (line.organisation() != null) {
            html.append(": ").append(escaped(line.organisation()));
        }
        if (line.dealId() != null) {
            html.append("<br/><span class=\"small\">")
                    .append(escaped(words.text("deal") + " " + line.dealId()))
                    .append("</span>");
        }
        html.append("</td>");
        amount(line.revenue(), line.revenue().isZero());
        amount(line.earned(), line.earned().isZero());
        amount(line.paid(), line.paid().isZero());
        amount(balance.after(line), false);
        html.append("</tr>");
    }

    /** Writes the end of the page and returns the whole page. */
    String end(boolean more) {
        if (lines == 0) {
            html.append("<tr><td colspan=\"6\">")
                    .append(escaped(words.text("none")))
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
        if (more) {
            note(words.text("more", lines));
        }
        Instant until = statement.finalizeAt();
        if (until != null) {
            note(words.text("disputes", words.day(day(until))));
        }
        if (statement.figures().closing().isNegative()) {
            note(words.text("owed"));
        }
        return html.append("</body></html>").toString();
    }

    private void meta(String partner) {
        html.append("<table class=\"meta\"><tbody>");
        row("to", partner);
        row("number", statement.id().value());
        row(
                "period",
                words.day(statement.quarter().startsOn()) + " – "
                        + words.day(statement.quarter().endsOn()));
        row("currency", statement.currency().getCode());
        Instant issuedAt = statement.issuedAt();
        row("issued", issuedAt == null ? words.text("draft") : words.day(day(issuedAt)));
        html.append("</tbody></table>");
    }

    private void sums() {
        Figures figures = statement.figures();
        html.append("<table class=\"sums\"><tbody>");
        sum("referrals", words.count(figures.referrals()), "");
        sum("revenue", words.amount(figures.revenue()), "");
        sum("opening", words.amount(figures.opening()), "");
        sum("earned", words.amount(figures.earned()), "");
        sum("paid", words.amount(figures.paid()), "");
        sum("closing", words.amount(figures.closing()), "closing");
        html.append("</tbody></table>");
    }

    private void sum(String key, String value, String kind) {
        html.append("<tr class=\"").append(kind).append("\"><th scope=\"row\">").append(escaped(words.text(key)));
        html.append("</th>");
        cell("amount", value);
        html.append("</tr>");
    }

    private void row(String key, String value) {
        html.append("<tr><th scope=\"row\">").append(escaped(words.text(key))).append("</th>");
        cell("", value);
        html.append("</tr>");
    }

    private void head(String key, String kind) {
        html.append("<th scope=\"col\" class=\"").append(kind).append("\">");
        html.append(escaped(words.text(key))).append("</th>");
    }

    private void cell(String kind, String value) {
        html.append("<td class=\"")
                .append(kind)
                .append("\">")
                .append(escaped(value))
                .append("</td>");
    }

    private void amount(Money money, boolean blank) {
        cell("amount", blank ? "" : words.amount(money));
    }

    private void note(String text) {
        html.append("<p class=\"note\">").append(escaped(text)).append("</p>");
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private String style() {
        return STYLE.replace("%FOOT%", statement.id().value())
                .replace("%PAGE%", words.text("page"))
                .replace("%OF%", words.text("of"));
    }

    /** Escapes text, so that nothing becomes markup, and drops control characters, which XML doesn't allow. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().filter(StatementPage::printable).forEach(point -> {
            switch (point) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static boolean printable(int point) {
        return !Character.isISOControl(point) && point != 0xFFFE && point != 0xFFFF && !isSurrogate(point);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
