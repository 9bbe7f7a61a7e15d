package io.entente.platform.print;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/**
 * A text in a script whose letters depend on each other (Arabic, Devanagari, Thai), laid out by the JDK, which joins, stacks and
 * orders them, and drawn as outlines. All measures are in points.
 *
 * @see ReadableText
 */
public final class DrawnText {

    /** Pairs of characters that are mirrored when they are written from right to left. */
    private static final String BRACKETS = "()[]{}<>\u00AB\u00BB\u2039\u203A";

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final List<Line> lines = new ArrayList<>();
    private final float width;
    private final float height;

    public DrawnText(Lettering lettering, float size, float maxWidth) {
        String letters = lettering.text();
        AttributedString text = new AttributedString(letters);
        int start = 0;
        for (Lettering.Run run : lettering.runs()) {
            int end = start + run.text().length();
            text.addAttribute(TextAttribute.FONT, run.typeface().drawable().deriveFont(size), start, end);
            start = end;
        }
        AttributedCharacterIterator characters = text.getIterator();
        LineBreakMeasurer measurer = new LineBreakMeasurer(characters, EXACT);
        while (measurer.getPosition() < characters.getEndIndex()) {
            int from = measurer.getPosition();
            TextLayout layout = measurer.nextLayout(maxWidth);
            lines.add(new Line(letters.substring(from, measurer.getPosition()), layout));
        }
        width = (float) lines.stream().mapToDouble(Line::width).max().orElse(0);
        height = (float) lines.stream().mapToDouble(Line::height).sum();
    }

    /** One line of the text as it is read, and its shape. */
    record Line(String text, TextLayout layout) {

        float width() {
            return layout.getAdvance();
        }

        float height() {
            return layout.getAscent() + layout.getDescent();
        }

        float ascent() {
            return layout.getAscent();
        }

        /**
         * The parts from left to right: a run that is written from left to right, or one letter of a run that is written from right to
         * left. Readers turn such letters around, as if they had been set one by one.
         */
        List<Part> parts() {
            int direction = layout.isLeftToRight() ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_RIGHT_TO_LEFT;
            Bidi bidi = new Bidi(text, direction);
            Integer[] order = IntStream.range(0, bidi.getRunCount()).boxed().toArray(Integer[]::new);
            byte[] levels = new byte[order.length];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) bidi.getRunLevel(i);
            }
            Bidi.reorderVisually(levels, 0, order, 0, order.length);
            List<Part> parts = new ArrayList<>();
            for (int run : order) {
                int start = bidi.getRunStart(run);
                int limit = bidi.getRunLimit(run);
                if (bidi.getRunLevel(run) % 2 == 0) {
                    parts.add(part(start, limit));
                } else {
                    addLetters(start, limit, parts);
                }
            }
            return parts;
        }

        private void addLetters(int start, int limit, List<Part> parts) {
            for (int end = limit; end > start; ) {
                int begin = text.offsetByCodePoints(end, -1);
                Part letter = part(begin, end);
                parts.add(new Part(asShown(letter.text()), letter.left(), letter.width()));
                end = begin;
            }
        }

        /** A bracket is mirrored on the page, and readers mirror it back. */
        private static String asShown(String letter) {
            int place = BRACKETS.indexOf(letter);
            return place < 0 ? letter : String.valueOf(BRACKETS.charAt(place ^ 1));
        }

        private Part part(int start, int limit) {
            Rectangle2D place = layout.getLogicalHighlightShape(start, limit).getBounds2D();
            return new Part(text.substring(start, limit), (float) place.getX(), (float) place.getWidth());
        }
    }

    /** A part of a line as it is read, and its place from the line's left edge. */
    record Part(String text, float left, float width) {}

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The distance of a line from the left edge. A line that is written from right to left ends at the right edge. */
    float left(Line line) {
        return line.layout().isLeftToRight() ? 0 : width - line.width();
    }

    public float width() {
        return width;
    }

    float height() {
        return height;
    }

    void draw(Graphics2D graphics) {
        float y = 0;
        for (Line line : lines) {
            graphics.fill(
                    line.layout().getOutline(AffineTransform.getTranslateInstance(left(line), y + line.ascent())));
            y += line.height();
        }
    }

    /** Whether this JDK can lay out text. A JDK without the system's font libraries can't, and letters then stand alone. */
    public static boolean isPossible() {
        return Trial.SUCCEEDED;
    }

    /** Lays out one word, once. */
    private static final class Trial {

        private static final boolean SUCCEEDED = succeeds();

        private static boolean succeeds() {
            try {
                return new DrawnText(Lettering.of("\u0634\u0631\u0643\u0629"), 10, 100).width() > 0;
            } catch (RuntimeException | LinkageError | InternalError e) {
                LoggerFactory.getLogger(DrawnText.class)
                        .warn("Pages show Arabic, Devanagari and Thai without joining their letters", e);
                return false;
            }
        }
    }
}
