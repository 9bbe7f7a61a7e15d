package io.entente.referral.intake.csv;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The encoding of a file's text. */
public enum TextEncoding {
    /** Found from the text ({@link EncodingDetection}). */
    AUTO("UTF-8"),
    UTF_8("UTF-8"),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    /** Western Europe; spreadsheets on Windows save CSV in it. */
    WINDOWS_1252("windows-1252"),
    /** Central Europe. */
    WINDOWS_1250("windows-1250"),
    /** Cyrillic. */
    WINDOWS_1251("windows-1251"),
    /** Greek. */
    WINDOWS_1253("windows-1253"),
    /** Turkish. */
    WINDOWS_1254("windows-1254"),
    /** Hebrew. */
    WINDOWS_1255("windows-1255"),
    /** Arabic. */
    WINDOWS_1256("windows-1256"),
    /** Baltic. */
    WINDOWS_1257("windows-1257"),
    /** Vietnamese. */
    WINDOWS_1258("windows-1258"),
    ISO_8859_15("ISO-8859-15"),
    KOI8_R("KOI8-R"),
    /** Western Europe, as older programs on a Mac save it. */
    MAC_ROMAN("x-MacRoman"),
    MAC_CENTRAL_EUROPE("x-MacCentralEurope"),
    MAC_CYRILLIC("x-MacCyrillic"),
    /** Western Europe, as a console of Windows and Excel's "CSV (MS-DOS)" save it. */
    IBM850("IBM850"),
    /** The same in the United States. */
    IBM437("IBM437"),
    /** Central Europe, as a console of Windows saves it. */
    IBM852("IBM852"),
    /** Turkish, as a console of Windows saves it. */
    IBM857("IBM857"),
    /** Japanese, with the characters that Windows adds. */
    SHIFT_JIS("windows-31j"),
    EUC_JP("EUC-JP"),
    EUC_KR("EUC-KR"),
    /** Simplified Chinese; contains GBK and GB2312. */
    GB18030("GB18030"),
    /** Traditional Chinese. */
    BIG5("Big5");

    /** Names of the encoding of the Mac that Java doesn't know. */
    private static final Set<String> MAC_NAMES = Set.of("macintosh", "mac", "csmacintosh");

    /** What people call the encodings of MS-DOS. */
    private static final Pattern DOS_NAME = Pattern.compile("(?:dos|msdos|oem|cp|ibm)([0-9]{3})");

    /** Encodings that others contain. */
    private static final Map<String, TextEncoding> CONTAINED = Map.of(
            "Shift_JIS",
            SHIFT_JIS,
            "ISO-8859-1",
            WINDOWS_1252,
            "ISO-8859-9",
            WINDOWS_1254,
            "GBK",
            GB18030,
            "GB2312",
            GB18030);

    private final String charsetName;

    TextEncoding(String charsetName) {
        this.charsetName = charsetName;
    }

    Charset charset() {
        return Charset.forName(charsetName);
    }

    /** The name for people. */
    String label() {
        return this == SHIFT_JIS ? "Shift_JIS" : charsetName.startsWith("x-") ? charsetName.substring(2) : charsetName;
    }

    /**
     * Finds an encoding by its name, such as {@code Shift_JIS}, {@code shift-jis} or {@code windows-1250}, or by another name that
     * IANA or Java has for it, such as {@code macintosh} or {@code cp1252}.
     */
    public static Optional<TextEncoding> named(String name) {
        String wanted = key(name);
        Matcher dos = DOS_NAME.matcher(wanted);
        if (dos.matches()) {
            return aliased("IBM" + dos.group(1));
        }
        return MAC_NAMES.contains(wanted)
                ? Optional.of(MAC_ROMAN)
                : Stream.of(values())
                        .filter(encoding -> key(encoding.name()).equals(wanted)
                                || (encoding != AUTO && key(encoding.label()).equals(wanted)))
                        .findFirst()
                        .or(() -> aliased(name.strip()));
    }

    private static Optional<TextEncoding> aliased(String name) {
        try {
            Charset charset = Charset.forName(name);
            return Optional.ofNullable(CONTAINED.get(charset.name())).or(() -> Stream.of(values())
                    .filter(encoding -> encoding != AUTO && encoding.charset().equals(charset))
                    .findFirst());
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
