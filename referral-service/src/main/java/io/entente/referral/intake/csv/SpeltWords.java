package io.entente.referral.intake.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether the words of a text can be words of the languages that use an encoding. A Czech {@code Dvořák} in Windows-1250 is
 * {@code Dvoøák} in Windows-1252, and no language of western Europe has both letters.
 */
final class SpeltWords {

    private static final List<String> WESTERN = List.of(
            "\u00E4\u00F6\u00FC\u00DF",
            "\u00E0\u00E2\u00E6\u00E7\u00E9\u00E8\u00EA\u00EB\u00EE\u00EF\u00F4\u0153\u00F9\u00FB\u00FC\u00FF",
            "\u00E1\u00E9\u00ED\u00F3\u00FA\u00FC\u00F1",
            "\u00E1\u00E2\u00E3\u00E0\u00E7\u00E9\u00EA\u00ED\u00F3\u00F4\u00F5\u00FA\u00FC",
            "\u00E0\u00E8\u00E9\u00EC\u00ED\u00EE\u00F2\u00F3\u00F9\u00FA",
            "\u00E6\u00F8\u00E5\u00E4\u00F6\u00E9\u00FC",
            "\u00E1\u00E9\u00ED\u00F3\u00FA\u00FD\u00FE\u00E6\u00F6\u00F0",
            "\u00EB\u00EF\u00E9\u00E8\u00F6\u00FC\u00E1\u00F3",
            "\u00E0\u00E9\u00E8\u00ED\u00EF\u00F3\u00F2\u00FA\u00FC\u00E7");

    private static final List<String> CENTRAL = List.of(
            "\u00E1\u00E4\u010D\u010F\u00E9\u011B\u00ED\u013A\u013E\u0148\u00F3\u00F4\u0155\u0159\u0161\u0165\u00FA\u016F\u00FD\u017E",
            "\u0105\u0107\u0119\u0142\u0144\u00F3\u015B\u017A\u017C",
            "\u00E1\u00E9\u00ED\u00F3\u00F6\u0151\u00FA\u00FC\u0171",
            "\u010D\u0107\u0111\u0161\u017E",
            "\u0103\u00E2\u00EE\u015F\u0163",
            "\u00E4\u00F6\u00FC\u00DF");

    private static final List<String> BALTIC = List.of(
            "\u0105\u010D\u0119\u0117\u012F\u0161\u0173\u016B\u017E",
            "\u0101\u010D\u0113\u0123\u012B\u0137\u013C\u0146\u0161\u016B\u017E",
            "\u00E4\u00F5\u00F6\u00FC\u0161\u017E");

    private static final List<String> TURKISH = List.of(
            "\u00E7\u011F\u0131\u00F6\u015F\u00FC\u00E2\u00EE\u00FBi\u0307",
            "\u00E4\u00F6\u00FC\u00DF",
            "\u00E0\u00E2\u00E7\u00E9\u00E8\u00EA\u00EB\u00EE\u00EF\u00F4\u00F9\u00FB");

    private static final Map<TextEncoding, Character.UnicodeScript> SCRIPTS = Map.of(
            TextEncoding.WINDOWS_1251, Character.UnicodeScript.CYRILLIC,
            TextEncoding.KOI8_R, Character.UnicodeScript.CYRILLIC,
            TextEncoding.WINDOWS_1253, Character.UnicodeScript.GREEK,
            TextEncoding.WINDOWS_1255, Character.UnicodeScript.HEBREW,
            TextEncoding.WINDOWS_1256, Character.UnicodeScript.ARABIC);

    private static final Map<TextEncoding, List<String>> LANGUAGES = Map.of(
            TextEncoding.WINDOWS_1252, WESTERN,
            TextEncoding.MAC_ROMAN, WESTERN,
            TextEncoding.IBM850, WESTERN,
            TextEncoding.WINDOWS_1254, TURKISH,
            TextEncoding.WINDOWS_1250, CENTRAL,
            TextEncoding.IBM852, CENTRAL,
            TextEncoding.WINDOWS_1257, BALTIC);

    /** Quotation marks, dashes and other signs that stand beside words. */
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\x{80}-\\x{FFFF}&&[^\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A\u2013\u2014\u2026\u00B7\u2022\u00AE\u00A9\u2122\u00B0\u00AA\u00BA\u00B4\u00A8\\x{A0}\u20AC]]+");

    /** Parts of frames, which no name has. */
    private static final Pattern FRAMES = Pattern.compile("[\u2500-\u259F]");

    private static final String VOWELS =
            "aeiouy\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u0101\u0113\u012B\u016B\u0105\u0119\u0117\u012F\u0173\u011B\u016F\u0151\u0171\u0103";
    private static final String BALTIC_VOWELS = "\u0105\u0119\u0117\u012F\u0173\u016B\u0101\u0113\u012B";

    private static final Pattern UNIT_OR_SENTENCE = Pattern.compile(
            "[a-z]{1,2}[\u00B2\u00B3]|\u00B5[a-z]|[\u00A1\u00BF]\\p{Lu}[a-zA-Z\u00E1\u00E9\u00ED\u00F3\u00FA\u00FC\u00F1]*");

    private SpeltWords() {}

    /**
     * How the words with letters beyond ASCII are spelt.
     *
     * @param strange the number of those that are no words of the languages
     */
    record Spelling(int words, int strange) {

        /** Whether almost all words are spelt as in the languages of the encoding. */
        boolean isPlausible() {
            return words > 0 && strange * 10 <= words;
        }

        boolean isStrange() {
            return strange * 4 > words;
        }

        boolean isMostlyStrange() {
            return strange * 2 > words;
        }
    }

    /** The spelling of a text in an encoding whose languages are known here. */
    static Spelling of(byte[] text, TextEncoding encoding) {
        List<String> languages = LANGUAGES.getOrDefault(encoding, List.of());
        Character.UnicodeScript script = SCRIPTS.get(encoding);
        Matcher matcher = WORD.matcher(new String(text, encoding.charset()));
        int words = 0;
        int strange = 0;
        while (matcher.find()) {
            String word = matcher.group();
            if (isTelling(word)) {
                words++;
                strange += (script == null ? isWord(word, languages) : isIn(script, word)) ? 0 : 1;
            }
        }
        return new Spelling(words, strange);
    }

    /** Whether the languages or the script of an encoding are known here. */
    static boolean knows(TextEncoding encoding) {
        return LANGUAGES.containsKey(encoding) || SCRIPTS.containsKey(encoding);
    }

    /** The encodings of other regions in which almost all words are spelt well. */
    static List<TextEncoding> otherRegions(byte[] text) {
        List<TextEncoding> plausible = new ArrayList<>();
        for (TextEncoding encoding :
                List.of(TextEncoding.WINDOWS_1250, TextEncoding.WINDOWS_1257, TextEncoding.IBM852)) {
            if (of(text, encoding).isPlausible()) {
                plausible.add(encoding);
            }
        }
        return plausible;
    }

    /** The encodings of western and other regions in which almost all words are spelt well. Turkish has letters of its own. */
    static List<TextEncoding> plausible(byte[] text) {
        return LANGUAGES.keySet().stream()
                .filter(encoding -> encoding != TextEncoding.WINDOWS_1254)
                .sorted()
                .filter(encoding -> of(text, encoding).isPlausible())
                .toList();
    }

    /** The encodings of other scripts in which almost all words are written in that script. */
    static List<TextEncoding> otherScripts(byte[] text) {
        return SCRIPTS.keySet().stream()
                .sorted()
                .filter(encoding -> of(text, encoding).isPlausible())
                .toList();
    }

    private static boolean isIn(Character.UnicodeScript script, String word) {
        return !isMisplaced(word)
                && !FRAMES.matcher(word).find()
                && word.chars()
                        .allMatch(character -> !Character.isLetter(character)
                                ? character != 0xFFFD && character != '\u00BF' && character != '\u00A1'
                                : Character.UnicodeScript.of(character) == script);
    }

    /** Signs without a letter, units such as square metres and Spanish marks before a sentence tell nothing. */
    private static boolean isTelling(String word) {
        boolean isBeyondAscii = word.chars().anyMatch(character -> character > 0x7f);
        return isBeyondAscii
                && word.chars().anyMatch(Character::isLetter)
                && !UNIT_OR_SENTENCE.matcher(word).matches();
    }

    private static boolean isMisplaced(String word) {
        if (Character.getType(word.charAt(0)) == Character.NON_SPACING_MARK) {
            return true;
        }
        for (int i = 1; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i - 1)) && Character.isUpperCase(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String word, List<String> languages) {
        if (isMisplaced(word) || isOdd(word.charAt(0), word)) {
            return false;
        }
        String small = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            if (isOdd(small, i, languages)) {
                return false;
            }
        }
        return languages.stream().anyMatch(letters -> small.chars()
                .allMatch(character -> character <= 0x7f || letters.indexOf(character) >= 0));
    }

    /** Icelandic has no word that begins with this letter. */
    private static boolean isOdd(char first, String word) {
        return Character.toLowerCase(first) == '\u00F0' && word.length() > 1;
    }

    /** Whether a letter is where its languages never have it. */
    private static boolean isOdd(String word, int index, List<String> languages) {
        char before = index == 0 ? ' ' : word.charAt(index - 1);
        char after = index + 1 == word.length() ? ' ' : word.charAt(index + 1);
        char letter = word.charAt(index);
        return switch (letter) {
            case '\u00F0' -> after == 'k' || after == 't' || after == 'p';
            case '\u00F1' -> !isVowel(after);
            case '\u00F5' -> (languages.equals(WESTERN) || languages.equals(TURKISH)) && after != 'e';
            case '\u00EC', '\u00F9' -> after != ' ';
            case '\u00F2' -> "aeo\u00E1\u00E9\u00ED\u00F3\u00FA\u00FD".indexOf(before) >= 0;
            case '\u00E8' -> isVowel(after);
            case '\u00E7' -> languages.equals(WESTERN) && !isVowel(after) && after != ' ';
            case '\u00E4' -> before == 'a';
            case '\u00FC' -> before == 'u';
            case '\u0144' -> isVowel(after);
            case '\u0161' -> after == 's';
            case '\u0103' -> "aeo".indexOf(after) >= 0;
            case '\u0151', '\u0171' -> isVowel(after);
            case '\u0155' -> isVowel(after) || after == ' ';
            case '\u0111' -> !isVowel(after) && after != ' ';
            default -> BALTIC_VOWELS.indexOf(letter) >= 0 && (isVowel(after) || (isVowel(before) && before != 'i'));
        };
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }
}
