package io.entente.platform.print;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * A text in a script whose letters depend on each other (Arabic, Devanagari, Thai), laid out by the JDK, which joins, stacks and
 * orders them, and drawn as outlines. All measures are in points.
 */
public final class DrawnText {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final List<TextLayout> lines = new ArrayList<>();
    private final float width;
    private final float height;

    public DrawnText(Lettering lettering, float size, float maxWidth) {
        AttributedString text = new AttributedString(lettering.text());
        int start = 0;
        for (Lettering.Run run : lettering.runs()) {
            int end = start + run.text().length();
            text.addAttribute(TextAttribute.FONT, run.typeface().drawable().deriveFont(size), start, end);
            start = end;
        }
        AttributedCharacterIterator characters = text.getIterator();
        LineBreakMeasurer measurer = new LineBreakMeasurer(characters, EXACT);
        while (measurer.getPosition() < characters.getEndIndex()) {
            lines.add(measurer.nextLayout(maxWidth));
        }
        width = (float) lines.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
        height = (float) lines.stream().mapToDouble(DrawnText::height).sum();
    }

    public float width() {
        return width;
    }

    float height() {
        return height;
    }

    void draw(Graphics2D graphics) {
        float y = 0;
        for (TextLayout line : lines) {
            float x = line.isLeftToRight() ? 0 : width - line.getAdvance();
            graphics.fill(line.getOutline(AffineTransform.getTranslateInstance(x, y + line.getAscent())));
            y += height(line);
        }
    }

    /** Whether this JDK can lay out text. A JDK without the system's font libraries can't, and letters then stand alone. */
    public static boolean isPossible() {
        return Trial.SUCCEEDED;
    }

    private static float height(TextLayout line) {
        return line.getAscent() + line.getDescent();
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
