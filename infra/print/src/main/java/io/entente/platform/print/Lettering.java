package io.entente.platform.print;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Chooses the fonts for a text in any script. A run of letters of one script is set in one font if a font has all of them, so a
 * Chinese name doesn't mix Japanese and Chinese letters. A character that no font has is shown as a box.
 *
 * @param runs the text, in order
 * @param missing the number of boxes
 */
public record Lettering(List<Run> runs, int missing) {

    /** Stands for a character that no font has. */
    static final String BOX = "\u25A1";

    private static final Set<UnicodeScript> OF_ANY_SCRIPT = Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);
    private static final Set<UnicodeScript> JAPANESE =
            Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO);
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** A part of a text in one font. */
    public record Run(Typeface typeface, String text) {}

    public static Lettering of(String text) {
        List<Run> runs = new ArrayList<>();
        int missing = 0;
        for (String part : scripts(shown(text))) {
            missing += set(part, runs);
        }
        return new Lettering(List.copyOf(runs), missing);
    }

    /** The text as it is set. */
    public String text() {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    /**
     * Whether the letters depend on their neighbours, because they are joined, stacked, reordered or written from right to left.
     * A PDF library that puts one letter after the other gets these wrong.
     */
    public boolean isComplex() {
        return text().codePoints().anyMatch(Lettering::isComplex);
    }

    private static boolean isComplex(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> isMark(point) || isJoiner(point) || isPartOfEmoji(point);
        };
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isJoiner(int point) {
        return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
    }

    /** Skin tones, and the letters that flags are made of. */
    private static boolean isPartOfEmoji(int point) {
        return (point >= 0x1F3FB && point <= 0x1F3FF) || (point >= 0x1F1E6 && point <= 0x1F1FF);
    }

    /** The characters that can be seen, or that change how their neighbours look. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> isJoiner(point) || !isInvisible(point))
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        boolean variation = (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
        return variation || type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static List<String> scripts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        UnicodeScript script = UnicodeScript.COMMON;
        for (int point : text.codePoints().toArray()) {
            UnicodeScript next = script(point);
            boolean joins = next == script
                    || OF_ANY_SCRIPT.contains(script)
                    || (OF_ANY_SCRIPT.contains(next) && (script != UnicodeScript.UNKNOWN || isJoiner(point)));
            if (!joins && part.length() > 0) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(point);
            script = joins && OF_ANY_SCRIPT.contains(next) ? script : next;
        }
        parts.add(part.toString());
        return parts;
    }

    /** A symbol, such as an emoji, has no script but needs a font of its own. */
    private static UnicodeScript script(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        boolean symbol = Character.getType(point) == Character.OTHER_SYMBOL || isPartOfEmoji(point);
        if (OF_ANY_SCRIPT.contains(script) && symbol) {
            return UnicodeScript.UNKNOWN;
        }
        return JAPANESE.contains(script) ? UnicodeScript.HAN : script;
    }

    /** Sets a part in the first font that has all its characters. If there is none, sets each in the first font that has it. */
    private static int set(String part, List<Run> runs) {
        for (Typeface typeface : Typeface.values()) {
            if (part.codePoints().allMatch(point -> isJoiner(point) || typeface.has(point))) {
                add(typeface, part, runs);
                return 0;
            }
        }
        int missing = 0;
        for (int point : part.codePoints().toArray()) {
            missing += set(point, runs) ? 0 : 1;
        }
        return missing;
    }

    private static boolean set(int point, List<Run> runs) {
        for (Typeface typeface : Typeface.values()) {
            if (typeface.has(point)) {
                add(typeface, Character.toString(point), runs);
                return true;
            }
        }
        if (isJoiner(point)) {
            return true;
        }
        add(Typeface.PAGE, BOX, runs);
        return false;
    }

    private static void add(Typeface typeface, String text, List<Run> runs) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last == null || last.typeface() != typeface) {
            runs.add(new Run(typeface, text));
        } else {
            runs.set(runs.size() - 1, new Run(typeface, last.text() + text));
        }
    }
}
