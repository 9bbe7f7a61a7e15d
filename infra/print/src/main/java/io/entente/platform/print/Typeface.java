package io.entente.platform.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of a page. {@link #PAGE} sets everything that it has the characters for. The others help out, in this order,
 * with names in other scripts. A font is loaded when the first page needs it.
 */
public enum Typeface {
    /** Latin and Japanese. */
    PAGE("VL-PGothic-Regular"),
    /** Latin with all its accents, Greek, Cyrillic and Devanagari. */
    LATIN("NotoSans-Regular"),
    /** Chinese, simplified and traditional. */
    CHINESE("NotoSansSC-Regular"),
    KOREAN("NotoSansKR-Regular"),
    THAI("NotoSansThai-Regular"),
    ARABIC("NotoSansArabic-Regular"),
    HEBREW("NotoSansHebrew-Regular"),
    /** Emoji in one colour. */
    EMOJI("NotoEmoji-Regular");

    private static final Map<Typeface, Metrics> METRICS = new ConcurrentHashMap<>();
    private static final Map<Typeface, Font> DRAWABLE = new ConcurrentHashMap<>();

    private final String file;

    Typeface(String file) {
        this.file = "/fonts/" + file + ".ttf";
    }

    /** The name of the font's family in the style sheet. */
    public String family() {
        return name().toLowerCase(Locale.ROOT);
    }

    public InputStream open() {
        return Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file);
    }

    public boolean has(int codePoint) {
        return metrics().glyphs().getGlyphId(codePoint) != 0;
    }

    /** The width of a text in the unit of {@code size}. */
    public double width(String text, double size) {
        Metrics known = metrics();
        return text.codePoints()
                        .mapToLong(point ->
                                known.widths().getAdvanceWidth(known.glyphs().getGlyphId(point)))
                        .sum()
                * size
                / known.unitsPerEm();
    }

    /** The font as the JDK draws it. */
    Font drawable() {
        return DRAWABLE.computeIfAbsent(this, Typeface::load);
    }

    private Font load() {
        try (InputStream content = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file + " is not a font that this JDK can draw", e);
        }
    }

    private Metrics metrics() {
        return METRICS.computeIfAbsent(this, Typeface::read);
    }

    private Metrics read() {
        try (InputStream content = open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(content))) {
            return new Metrics(font.getUnicodeCmapLookup(), font.getHorizontalMetrics(), font.getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The small part of a font that stays in memory. */
    private record Metrics(CmapLookup glyphs, HorizontalMetricsTable widths, int unitsPerEm) {}
}
