package io.entente.commission.statements.pdf;

import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.chain.RunningBalance;
import io.entente.commission.statements.chain.StatementLine;
import io.entente.commission.statements.texts.LineTexts;
import io.entente.commission.statements.texts.Words;
import io.entente.platform.print.DrawnTextObject;
import io.entente.platform.print.Html;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Lays out a statement as XHTML, from which the PDF is made. */
final class StatementPage {

    private static final int MAX_SENTENCE_CHARACTERS = 300;
    private static final List<String> AMOUNTS = List.of("revenue", "earned", "paid", "balance");

    private final Html html = new Html();
    private final List<StatementLine> lines = new ArrayList<>();
    private final Statement statement;
    private final Words words;
    private final LineTexts texts;
    private final ZoneId zone;
    private int missing;

    StatementPage(Statement statement, Words words, ZoneId zone) {
        this.statement = statement;
        this.words = words;
        this.texts = new LineTexts(words);
        this.zone = zone;
    }

    void line(StatementLine line) {
        lines.add(line);
    }

    /** The characters of the page that no font has. */
    int missingCharacters() {
        return missing;
    }

    /**
     * Returns the whole page.
     *
     * @param more whether the statement has more lines than the page
     */
    String xhtml(String firm, String partner, boolean more) {
        String title = words.text("title") + " " + statement.quarter();
        List<Money[]> amounts = amounts();
        double size = Layout.amountSize(amounts, words, heads());
        begin(title, size);
        html.markup("<p class=\"firm\">");
        name(firm, Layout.PAGE_STYLE);
        html.markup("</p><h1>")
                .heading(title, Layout.TITLE_SIZE, Layout.PAGE_WIDTH)
                .markup("</h1>");
        meta(partner);
        sums();
        entries(amounts, size);
        end(more);
        return html.markup("</body></html>").toString();
    }

    private void begin(String title, double size) {
        html.markup("<html lang=\"").text(words.language()).markup("\"><head><title>");
        html.text(title).markup("</title><meta name=\"description\" content=\"");
        html.text(title).markup("\"/><meta name=\"subject\" content=\"").text(title);
        html.markup("\"/><style>").markup(Layout.styleSheet(statement.id().value(), words, size));
        html.markup("</style></head><body>");
    }

    private void entries(List<Money[]> amounts, double size) {
        html.markup("<h2>").text(words.text("entries")).markup("</h2><table class=\"lines\"><thead><tr>");
        html.markup("<th scope=\"col\" class=\"day\">").heading(words.text("booked"), Layout.SIZE, Layout.DAY_WIDTH);
        html.markup("<div class=\"small\">").heading(words.text("value"), Layout.SMALL_SIZE, Layout.DAY_WIDTH);
        html.markup("</div></th>");
        head("what", "what", Layout.SIZE, Layout.WHAT_WIDTH);
        AMOUNTS.forEach(key -> head(key, "amount", size, Layout.AMOUNT_WIDTH));
        html.markup("</tr></thead><tbody>");
        for (int i = 0; i < lines.size(); i++) {
            entry(lines.get(i), amounts.get(i));
        }
        if (lines.isEmpty()) {
            html.markup("<tr><td colspan=\"6\">").text(words.text("none")).markup("</td></tr>");
        }
        html.markup("</tbody></table>");
    }

    private void entry(StatementLine line, Money[] amounts) {
        html.markup("<tr><td class=\"day\">").text(words.day(line.bookedOn(zone)));
        html.markup("<div class=\"small\">").text(words.day(line.valueOn(zone))).markup("</div></td>");
        html.markup("<td>").text(texts.title(line));
        if (line.organisation() != null) {
            html.markup(": ");
            name(line.organisation(), Layout.WHAT_STYLE);
        }
        if (line.dealId() != null) {
            html.markup("<div class=\"small\">").text(words.text("deal") + " ");
            name(line.dealId(), Layout.SMALL_STYLE);
            html.markup("</div>");
        }
        for (String sentence : texts.explanation(line)) {
            html.markup("<div class=\"small\">");
            name(shortened(sentence), Layout.SMALL_STYLE);
            html.markup("</div>");
        }
        html.markup("</td>");
        for (int i = 0; i < amounts.length; i++) {
            boolean balance = i == amounts.length - 1;
            html.cell("amount", amounts[i].isZero() && !balance ? "" : words.amount(amounts[i]));
        }
        html.markup("</tr>");
    }

    /** Long reasons are cut, so that an entry fits a page. The CSV file and the API show them in full. */
    private static String shortened(String sentence) {
        return sentence.codePointCount(0, sentence.length()) <= MAX_SENTENCE_CHARACTERS
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, MAX_SENTENCE_CHARACTERS - 1)) + "\u2026";
    }

    /** The amounts of each line: revenue, earned, paid and the balance after it. */
    private List<Money[]> amounts() {
        RunningBalance balance = new RunningBalance(statement.figures().opening());
        return lines.stream()
                .map(line -> new Money[] {line.revenue(), line.earned(), line.paid(), balance.after(line)})
                .toList();
    }

    private List<String> heads() {
        return AMOUNTS.stream().map(words::text).toList();
    }

    private void end(boolean more) {
        if (more) {
            note(words.text("more", lines.size()));
        }
        Instant until = statement.finalizeAt();
        if (until != null) {
            note(words.text("disputes", words.day(day(until))));
        }
        Split earned = statement.figures().earnedSplit();
        if (earned != null && earned.waiting().isNegative()) {
            note(words.text("released"));
        }
        if (statement.figures().closing().isNegative()) {
            note(words.text("owed"));
        }
        proof(more);
    }

    /** Both ends of the chain's section, so that a printed statement pins the ledger as well. */
    private void proof(boolean more) {
        note(words.text(more ? "verifyElsewhere" : "verify"));
        html.markup("<div class=\"small\">").text(words.text("headBefore") + ": ");
        html.text(Objects.requireNonNullElse(statement.span().hashBefore(), "\u2013"));
        html.markup("</div><div class=\"small\">").text(words.text("headAfter") + ": ");
        html.text(statement.span().lastHash()).markup("</div>");
    }

    private void meta(String partner) {
        html.markup("<table class=\"meta\"><tbody>");
        label("to").markup("<td>");
        name(partner, Layout.META_STYLE);
        html.markup("</td></tr>");
        label("number").cell("", statement.id().value()).markup("</tr>");
        String from = words.day(statement.quarter().startsOn());
        String to = words.day(statement.quarter().endsOn());
        label("period").cell("", from + " \u2013 " + to).markup("</tr>");
        label("currency").cell("", statement.currency().getCode()).markup("</tr>");
        Instant issuedAt = statement.issuedAt();
        String issued = issuedAt == null ? words.text("draft") : words.day(day(issuedAt));
        label("issued").cell("", issued).markup("</tr></tbody></table>");
    }

    private void sums() {
        Figures figures = statement.figures();
        html.markup("<table class=\"sums\"><tbody>");
        // One statement of a quarter counts the referrals. A zero on those in other currencies would say that none were
        // sent.
        if (figures.referrals() > 0) {
            sum("referrals", words.count(figures.referrals()), null);
        }
        sum("revenue", words.amount(figures.revenue()), null);
        if (!figures.takenBack().isZero()) {
            sum("takenBack", words.amount(figures.takenBack()), "part");
        }
        sum("opening", words.amount(figures.opening()), null);
        sum("earned", words.amount(figures.earned()), null);
        parts("earnedPayable", "earnedWaiting", figures.earnedSplit());
        sum("paid", words.amount(figures.paid()), null);
        taxes(figures);
        sum("closing", words.amount(figures.closing()), "closing");
        parts("payable", "waiting", figures.unpaid());
        html.markup("</tbody></table>");
    }

    /** What was transferred differs from the commission if VAT was paid or tax was withheld. */
    private void taxes(Figures figures) {
        if (!figures.tax().isNone()) {
            sum("vat", words.amount(figures.tax().vat()), "part");
            sum("withheld", words.amount(figures.tax().withheld()), "part");
            sum("transferred", words.amount(figures.transferred()), "part");
        }
    }

    private void parts(String payable, String waiting, @Nullable Split split) {
        if (split != null) {
            sum(payable, words.amount(split.payable()), "part");
            sum(waiting, words.amount(split.waiting()), "part");
        }
    }

    private void sum(String key, String value, @Nullable String kind) {
        html.markup(kind == null ? "<tr>" : "<tr class=\"" + kind + "\">").markup("<th scope=\"row\">");
        html.heading(words.text(key), Layout.SIZE, Layout.PAGE_WIDTH).markup("</th>");
        html.cell("amount", value).markup("</tr>");
    }

    private Html label(String key) {
        return html.markup("<tr><th scope=\"row\">")
                .heading(words.text(key), Layout.SIZE, Layout.PAGE_WIDTH)
                .markup("</th>");
    }

    private void head(String key, String kind, double size, double width) {
        html.markup("<th scope=\"col\" class=\"" + kind + "\">")
                .heading(words.text(key), size, width)
                .markup("</th>");
    }

    private void name(String text, DrawnTextObject.Style style) {
        missing += html.name(text, style);
    }

    private void note(String text) {
        html.markup("<p class=\"note\">").text(text).markup("</p>");
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
