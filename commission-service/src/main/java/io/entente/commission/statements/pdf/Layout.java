package io.entente.commission.statements.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.commission.statements.texts.Words;
import io.entente.platform.print.DrawnTextObject.Style;
import io.entente.platform.print.Html;
import io.entente.platform.print.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The measures of the page, in points. They must agree with {@code statement.css}. */
final class Layout {

    /** A4 is 210 mm wide, with margins of 18 mm. */
    static final double PAGE_WIDTH = points(174);

    static final double SIZE = 9;
    static final double SMALL_SIZE = 7.5;
    static final double TITLE_SIZE = 20;

    private static final double PADDING = points(3);

    static final double DAY_WIDTH = PAGE_WIDTH * 0.13;
    static final double WHAT_WIDTH = PAGE_WIDTH * 0.27 - PADDING;
    static final double AMOUNT_WIDTH = PAGE_WIDTH * 0.15 - PADDING;

    static final Style PAGE_STYLE = new Style((float) SIZE, (float) PAGE_WIDTH, "#5a6472");
    static final Style META_STYLE = new Style((float) SIZE, (float) (PAGE_WIDTH * 0.66), "#1b2430");
    static final Style WHAT_STYLE = new Style((float) SIZE, (float) WHAT_WIDTH, "#1b2430");
    static final Style SMALL_STYLE = new Style((float) SMALL_SIZE, (float) WHAT_WIDTH, "#5a6472");

    /** Rounding inside the library can make a text wider than the sum of its letters. */
    private static final double TOLERANCE = 0.98;

    private static final String CSS = read();

    private Layout() {}

    /** The largest size, up to the usual one, in which all amounts and the words of their heads fit their columns. */
    static double amountSize(List<Money[]> amounts, Words words, List<String> heads) {
        Stream<String> numbers = amounts.stream().flatMap(Arrays::stream).map(words::amount);
        Stream<String> parts = heads.stream().flatMap(head -> Stream.of(head.split("[ " + Html.WORD_END + "]")));
        double widest = Stream.concat(numbers, parts)
                .mapToDouble(text -> Typeface.PAGE.width(text, 1))
                .max()
                .orElse(1);
        return Math.min(SIZE, AMOUNT_WIDTH * TOLERANCE / widest);
    }

    static String styleSheet(String foot, Words words, double amountSize) {
        return CSS.replace("%FOOT%", foot)
                .replace("%PAGE%", words.text("page"))
                .replace("%OF%", words.text("of"))
                .replace("%AMOUNT%", String.format(Locale.ROOT, "%.2f", Math.floor(amountSize * 100) / 100));
    }

    private static double points(double millimetres) {
        return millimetres / 25.4 * 72;
    }

    private static String read() {
        try (InputStream css = Objects.requireNonNull(Layout.class.getResourceAsStream("statement.css"))) {
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
