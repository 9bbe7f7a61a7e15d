package io.entente.platform.print;

/** Builds the XHTML of a page. Everything that isn't markup is escaped. */
public final class Html {

    /** A zero-width space. */
    public static final String WORD_END = "\u200B";

    private final StringBuilder html = new StringBuilder(16_384);

    /** Appends markup as it is. */
    public Html markup(String text) {
        html.append(text);
        return this;
    }

    /** Appends the program's own text, which the font of the page has all characters for. */
    public Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    /**
     * Appends a heading whose words are never broken. If it is wider than its place, it is broken at spaces, and where its text has
     * a zero-width space, which marks the ends of words in languages that write no spaces.
     */
    public Html heading(String text, double size, double width) {
        if (Typeface.PAGE.width(text.replace(WORD_END, ""), size) <= width) {
            return markup("<span class=\"word\">")
                    .text(text.replace(WORD_END, ""))
                    .markup("</span>");
        }
        if (!text.contains(WORD_END)) {
            return text(text);
        }
        for (String word : text.split(WORD_END)) {
            markup("<div class=\"word\">").text(word).markup("</div>");
        }
        return this;
    }

    /** Appends a name or an id, which can be in any script. Returns how many of its characters no font has. */
    public int name(String text, DrawnTextObject.Style style) {
        Lettering lettering = Lettering.of(text);
        if (lettering.isComplex() && DrawnText.isPossible()) {
            html.append(DrawnTextObject.html(lettering, style));
        } else {
            lettering.runs().forEach(this::run);
        }
        return lettering.missing();
    }

    public Html cell(String kind, String value) {
        return markup("<td class=\"" + kind + "\">").text(value).markup("</td>");
    }

    private void run(Lettering.Run run) {
        if (run.typeface() == Typeface.PAGE) {
            html.append(escaped(run.text()));
        } else {
            html.append("<span class=\"").append(run.typeface().family()).append("\">");
            html.append(escaped(run.text())).append("</span>");
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }

    /** Escapes text, so that nothing becomes markup, and drops control characters, which XML doesn't allow. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().filter(Html::printable).forEach(point -> {
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
