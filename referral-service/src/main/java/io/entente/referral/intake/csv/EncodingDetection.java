package io.entente.referral.intake.csv;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the encoding of a file. A file is UTF-8 if it has at least as many letters beyond ASCII in UTF-8 as places that are not
 * UTF-8, so a stray byte changes nothing. Otherwise ICU's detector proposes encodings from the lines that contain letters beyond
 * ASCII, and the first one in which the whole file is text is used. Windows-1252 is the last attempt. A short text in an Asian encoding
 * fits several, so the encoding has to be named.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/conversion/detection.html">Character set detection of ICU</a>
 */
final class EncodingDetection {

    /** ICU's detector looks at this much. */
    private static final int SAMPLE_BYTES = 8_000;

    private static final int LEAST_CONFIDENCE = 25;
    private static final int LONG_RUN = 3;
    private static final int MAX_SUGGESTIONS = 5;

    /** So few words can be spelt well in several encodings by chance. */
    private static final int FEW_WORDS = 3;

    /** A short text fits an encoding with several bytes for a letter by chance, with a confidence of 10. */
    private static final int CLEAR_CONFIDENCE = 50;

    private static final Map<String, TextEncoding> SEVERAL_BYTES = Map.of(
            "Shift_JIS", TextEncoding.SHIFT_JIS,
            "GB18030", TextEncoding.GB18030,
            "Big5", TextEncoding.BIG5,
            "EUC-JP", TextEncoding.EUC_JP,
            "EUC-KR", TextEncoding.EUC_KR);

    /** ISO 8859 differs from Windows only in characters that no text contains. */
    private static final Map<String, TextEncoding> ONE_BYTE = Map.ofEntries(
            Map.entry("ISO-8859-1", TextEncoding.WINDOWS_1252),
            Map.entry("windows-1252", TextEncoding.WINDOWS_1252),
            Map.entry("ISO-8859-2", TextEncoding.WINDOWS_1250),
            Map.entry("windows-1250", TextEncoding.WINDOWS_1250),
            Map.entry("windows-1251", TextEncoding.WINDOWS_1251),
            Map.entry("ISO-8859-7", TextEncoding.WINDOWS_1253),
            Map.entry("windows-1253", TextEncoding.WINDOWS_1253),
            Map.entry("ISO-8859-9", TextEncoding.WINDOWS_1254),
            Map.entry("windows-1254", TextEncoding.WINDOWS_1254),
            Map.entry("ISO-8859-8", TextEncoding.WINDOWS_1255),
            Map.entry("ISO-8859-8-I", TextEncoding.WINDOWS_1255),
            Map.entry("windows-1255", TextEncoding.WINDOWS_1255),
            Map.entry("windows-1256", TextEncoding.WINDOWS_1256),
            Map.entry("KOI8-R", TextEncoding.KOI8_R));

    private final Supplier<InputStream> file;

    /** The first bytes of workbooks since 2007 and of archives. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** The first bytes of earlier workbooks. */
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private EncodingDetection(Supplier<InputStream> file) {
        this.file = file;
    }

    /**
     * The encoding that was named, if the file is in it, or the one that is found. A byte order mark precedes the name, because a
     * spreadsheet writes it only if it saves the file in that encoding, and in another one it would become a part of the first
     * column's name.
     *
     * @see <a href="https://encoding.spec.whatwg.org/#decode">Encoding Standard: the mark precedes the named encoding</a>
     */
    static TextEncoding of(TextEncoding named, Supplier<InputStream> file) throws UnreadableFileException, IOException {
        EncodingDetection detection = new EncodingDetection(file);
        detection.refuseWorkbook();
        TextEncoding marked = mark(detection.start());
        if (marked != TextEncoding.AUTO) {
            return detection.check(marked);
        }
        return named == TextEncoding.AUTO ? detection.find() : detection.check(named);
    }

    /** Spreadsheets are often sent by mistake, and a message about their encoding would help nobody. */
    private void refuseWorkbook() throws UnreadableFileException, IOException {
        try (InputStream content = file.get()) {
            byte[] first = content.readNBytes(ZIP.length);
            if (Arrays.equals(first, ZIP) || Arrays.equals(first, OLE)) {
                throw new UnreadableFileException(
                        "The file is a spreadsheet or an archive, not text. Save it as CSV in UTF-8 and send that"
                                + " file.");
            }
        }
    }

    private TextEncoding check(TextEncoding named) throws UnreadableFileException, IOException {
        DecodedText text = DecodedText.of(file.get(), named.charset());
        boolean isUsable = named == TextEncoding.UTF_8 ? isUtf8(text) : text.isFlawless();
        if (!isUsable) {
            throw new UnreadableFileException("The file is not in %s; the first error is on line %d."
                    .formatted(named.label(), text.firstMalformedLine()));
        }
        return named;
    }

    private TextEncoding find() throws UnreadableFileException, IOException {
        TextEncoding byZeros = byZeros(start());
        if (byZeros != TextEncoding.AUTO) {
            return check(byZeros);
        }
        DecodedText utf8 = DecodedText.of(file.get(), TextEncoding.UTF_8.charset());
        if (isUtf8(utf8)) {
            return TextEncoding.UTF_8;
        }
        Set<TextEncoding> candidates = candidates();
        for (TextEncoding candidate : candidates) {
            if (DecodedText.of(file.get(), candidate.charset()).isFlawless()) {
                return SpeltWords.knows(candidate) ? unlessAmbiguous(unlessStrange(candidate, utf8), utf8) : candidate;
            }
        }
        throw new UnreadableFileException(refusal(utf8, candidates));
    }

    /**
     * The encoding that was found, unless many words are none of its languages. Then it is the only one of other regions in which
     * almost all words are, or the file is refused, because its names would be misread without a word.
     */
    private TextEncoding unlessStrange(TextEncoding found, DecodedText utf8)
            throws UnreadableFileException, IOException {
        byte[] sample = sample();
        SpeltWords.Spelling spelling = SpeltWords.of(sample, found);
        List<TextEncoding> others = spelling.isStrange() ? flawless(SpeltWords.otherRegions(sample)) : List.of();
        if (others.size() == 1) {
            return others.get(0);
        }
        boolean isOpen = found == TextEncoding.WINDOWS_1250
                && SpeltWords.of(sample, TextEncoding.WINDOWS_1252).isPlausible();
        if (others.isEmpty() && !spelling.isMostlyStrange() && !isOpen) {
            return found;
        }
        throw new UnreadableFileException(refusal(utf8, Set.of()));
    }

    /**
     * The encoding that was found, unless the few words of the file are words in another encoding, too, and other ones: {@code
     * Kova\u010D} in one is {@code Kova\u00E8} in the other. Words with letters that are frequent in the program's languages are
     * taken for what they are, and Turkish is told by letters of its own.
     */
    private TextEncoding unlessAmbiguous(TextEncoding found, DecodedText utf8)
            throws UnreadableFileException, IOException {
        byte[] sample = sample();
        int words = SpeltWords.of(sample, found).words();
        String reading = new String(sample, found.charset());
        boolean isClear = words > FEW_WORDS || WesternLetters.tell(found, reading);
        if (isClear) {
            return found;
        }
        for (TextEncoding other : flawless(SpeltWords.plausible(sample))) {
            if (!new String(sample, other.charset()).equals(reading)) {
                throw new UnreadableFileException(refusal(utf8, Set.of()));
            }
        }
        return found;
    }

    private List<TextEncoding> flawless(Collection<TextEncoding> encodings) throws IOException {
        List<TextEncoding> flawless = new ArrayList<>();
        for (TextEncoding encoding : encodings) {
            if (DecodedText.of(file.get(), encoding.charset()).isFlawless()) {
                flawless.add(encoding);
            }
        }
        return flawless;
    }

    /** The encodings in which the file is text: of other scripts, of other regions, and of several bytes for a letter. */
    private List<TextEncoding> possible() throws IOException {
        byte[] sample = sample();
        Set<TextEncoding> possible = new LinkedHashSet<>(SpeltWords.otherScripts(sample));
        possible.addAll(SpeltWords.otherRegions(sample));
        if (!SpeltWords.of(sample, TextEncoding.WINDOWS_1252).isMostlyStrange()) {
            possible.add(TextEncoding.WINDOWS_1252);
        }
        possible.addAll(SpeltWords.plausible(sample));
        SEVERAL_BYTES.values().stream().sorted().forEach(possible::add);
        return flawless(possible).stream().limit(MAX_SUGGESTIONS).toList();
    }

    private String refusal(DecodedText utf8, Set<TextEncoding> candidates) throws IOException {
        StringBuilder tried = new StringBuilder(
                "The file is not in UTF-8; the first error is on line %d.".formatted(utf8.firstMalformedLine()));
        for (TextEncoding candidate : candidates) {
            long line = DecodedText.of(file.get(), candidate.charset()).firstMalformedLine();
            tried.append(" In %s the first error is on line %d.".formatted(candidate.label(), line));
        }
        List<TextEncoding> possible = possible();
        String suggested = (possible.isEmpty() ? List.of(TextEncoding.SHIFT_JIS) : possible)
                .stream().map(encoding -> "encoding=" + encoding.label()).collect(Collectors.joining(" or "));
        return tried.append(" Save it in UTF-8, or name its encoding, such as %s.".formatted(suggested))
                .toString();
    }

    private static boolean isUtf8(DecodedText text) {
        return text.isFlawless() || text.malformed() <= text.beyondAscii();
    }

    private byte[] start() throws IOException {
        try (InputStream content = file.get()) {
            return content.readNBytes(SAMPLE_BYTES);
        }
    }

    /** The encoding by the byte order mark; AUTO if the file has none. */
    private static TextEncoding mark(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return TextEncoding.UTF_8;
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return TextEncoding.UTF_16LE;
        }
        return startsWith(start, 0xFE, 0xFF) ? TextEncoding.UTF_16BE : TextEncoding.AUTO;
    }

    /** UTF-16 by the zeros in its ASCII characters; AUTO if there are few. */
    private static TextEncoding byZeros(byte[] start) {
        if (zeros(start, 1) * 4 > start.length) {
            return TextEncoding.UTF_16LE;
        }
        return zeros(start, 0) * 4 > start.length ? TextEncoding.UTF_16BE : TextEncoding.AUTO;
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static long zeros(byte[] bytes, int from) {
        long zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /**
     * The encodings that ICU's detector proposes, in the order of its confidence, and Windows-1252 at last. The encoding of the Mac or
     * of MS-DOS comes first if the letters within words are in it, and then that of Turkish. In western languages letters beyond
     * ASCII stand alone among others. A text full of them is not in Windows-1252.
     */
    private Set<TextEncoding> candidates() throws IOException {
        byte[] sample = sample();
        boolean isWestern = !isFullOfLongRuns(sample);
        CharsetDetector detector = new CharsetDetector();
        detector.setText(sample);
        CharsetMatch[] matches = detector.detectAll();
        int western = Stream.of(matches)
                .filter(match -> ONE_BYTE.get(match.getName()) == TextEncoding.WINDOWS_1252)
                .mapToInt(CharsetMatch::getConfidence)
                .max()
                .orElse(0);
        Set<TextEncoding> candidates = new LinkedHashSet<>();
        if (isWestern) {
            WesternLetters.notOfWindows(sample).ifPresent(candidates::add);
            if (WesternLetters.areTurkish(sample)) {
                candidates.add(TextEncoding.WINDOWS_1254);
            }
        }
        for (CharsetMatch match : matches) {
            TextEncoding several = SEVERAL_BYTES.get(match.getName());
            TextEncoding one = ONE_BYTE.get(match.getName());
            if (several != null && match.getConfidence() >= CLEAR_CONFIDENCE) {
                candidates.add(several);
            } else if (one != null
                    && one != TextEncoding.WINDOWS_1252
                    && match.getConfidence() >= LEAST_CONFIDENCE
                    && match.getConfidence() > western) {
                candidates.add(one);
            }
        }
        if (isWestern) {
            candidates.add(TextEncoding.WINDOWS_1252);
        }
        return candidates;
    }

    /** Whether most bytes beyond ASCII are next to at least two others. */
    private static boolean isFullOfLongRuns(byte[] sample) {
        int all = 0;
        int inLongRuns = 0;
        int run = 0;
        for (int i = 0; i <= sample.length; i++) {
            if (i < sample.length && sample[i] < 0) {
                run++;
                continue;
            }
            all += run;
            inLongRuns += run >= LONG_RUN ? run : 0;
            run = 0;
        }
        return inLongRuns * 2 > all;
    }

    /** The lines that contain bytes beyond ASCII, up to the size of the sample. */
    private byte[] sample() throws IOException {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean isBeyondAscii = false;
        try (InputStream content = file.get()) {
            byte[] buffer = new byte[SAMPLE_BYTES];
            for (int read = content.read(buffer);
                    read >= 0 && sample.size() < SAMPLE_BYTES;
                    read = content.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    isBeyondAscii |= buffer[i] < 0;
                    if (line.size() < SAMPLE_BYTES) {
                        line.write(buffer[i]);
                    }
                    if (buffer[i] == '\n') {
                        append(sample, line, isBeyondAscii);
                        isBeyondAscii = false;
                    }
                }
            }
        }
        append(sample, line, isBeyondAscii);
        return sample.toByteArray();
    }

    private static void append(ByteArrayOutputStream sample, ByteArrayOutputStream line, boolean isBeyondAscii) {
        if (isBeyondAscii && sample.size() < SAMPLE_BYTES) {
            sample.writeBytes(line.toByteArray());
        }
        line.reset();
    }
}
