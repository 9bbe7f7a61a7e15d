package io.entente.referral.intake.values;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as it is written: {@code $22,700.00}, {@code USD 100}, {@code 1.234,56 €}, {@code 1 234,56}, {@code 1'234.50}, {@code
 * 1,00,000}, {@code (1,200.00)}. Only a number such as {@code 1,234} can be read in two ways.
 *
 * @param value the number; if it can be read in two ways, with the mark as a group mark
 * @param otherwise the number with the mark as a decimal mark; null if there is only one way to read it
 * @param decimalMark the decimal mark that the text shows; if the number can be read in two ways, the mark that may be one; null
 *     if the text shows none
 * @param currency the code or symbol beside the number; null if there is none
 */
public record AmountText(
        BigDecimal value,
        @Nullable BigDecimal otherwise,
        @Nullable DecimalMark decimalMark,
        @Nullable String currency) {

    private static final int MAX_DIGITS = 12;
    private static final int MAX_DECIMALS = 8;
    private static final int GROUP_DIGITS = 3;

    /** Spaces of all kinds, also those that don't break. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern PARTS =
            Pattern.compile("(?<before>[^\\d]*)(?<number>\\d[\\d.,' ]*(?<=\\d)|\\d)(?<after>[^\\d]*)");
    /** German and Swiss price lists write a dash for no decimals: {@code 1.234,-}. */
    private static final Pattern NO_DECIMALS = Pattern.compile("(?<=\\d)(?<mark>[.,])[-\u2013\u2014]+");

    private static final Pattern SIGN = Pattern.compile("[-\\u2212\\u2013+]");
    private static final Pattern CURRENCY = Pattern.compile("[\\p{L}\\p{Sc}]");
    private static final Pattern GROUPS_OF_THREE = Pattern.compile("\\d{1,3}(?:\\D\\d{3})+");

    /** India groups the last three digits, and all others in pairs. */
    private static final Pattern INDIAN_GROUPS = Pattern.compile("\\d{1,2}(?:,\\d{2})*,\\d{3}");

    /** Reads a text; empty if it is not an amount. */
    public static Optional<AmountText> of(String text) {
        String plain = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .replace('\u2019', '\'');
        plain = NO_DECIMALS.matcher(plain).replaceFirst("${mark}00");
        boolean isNegative = plain.startsWith("(") && plain.endsWith(")");
        if (isNegative) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        Matcher parts = PARTS.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String around = parts.group("before") + parts.group("after");
        long signs = SIGN.matcher(around).results().count();
        if (signs + (isNegative ? 1 : 0) > 1) {
            return Optional.empty();
        }
        String before = withoutSign(parts.group("before"));
        String after = withoutSign(parts.group("after"));
        if (!before.isEmpty() && !after.isEmpty()) {
            return Optional.empty();
        }
        String currency = before + after;
        if (!currency.isEmpty() && !CURRENCY.matcher(currency).find()) {
            return Optional.empty();
        }
        boolean negative = isNegative || (signs == 1 && around.indexOf('+') < 0);
        return number(parts.group("number")).map(number -> number.with(currency.isEmpty() ? null : currency, negative));
    }

    private static String withoutSign(String text) {
        return SIGN.matcher(text).replaceAll("").strip();
    }

    private AmountText with(@Nullable String named, boolean isNegative) {
        return new AmountText(
                isNegative ? value.negate() : value,
                otherwise == null || !isNegative ? otherwise : otherwise.negate(),
                decimalMark,
                named);
    }

    /** Whether the number can be read in two ways. */
    public boolean isAmbiguous() {
        return otherwise != null;
    }

    private static Optional<AmountText> number(String text) {
        StringBuilder marks = new StringBuilder();
        text.chars().filter(c -> !Character.isDigit(c)).forEach(c -> marks.append((char) c));
        if (marks.isEmpty()) {
            return plain(text, "", null);
        }
        char last = marks.charAt(marks.length() - 1);
        boolean isLastOnce = marks.indexOf(Character.toString(last)) == marks.length() - 1;
        boolean isOneKind = marks.chars().allMatch(c -> c == last);
        if (isOneKind) {
            return isLastOnce && (last == '.' || last == ',') ? oneMark(text, last) : grouped(text, last);
        }
        char group = marks.charAt(0);
        boolean isDecimal = isLastOnce
                && (last == '.' || last == ',')
                && marks.chars().limit(marks.length() - 1L).allMatch(c -> c == group);
        int place = text.lastIndexOf(last);
        return isDecimal && isGrouped(text.substring(0, place))
                ? plain(digits(text.substring(0, place)), text.substring(place + 1), DecimalMark.of(last))
                : Optional.empty();
    }

    /** A single point or comma is a decimal mark unless exactly three digits follow and at most three precede it. */
    private static Optional<AmountText> oneMark(String text, char mark) {
        int place = text.indexOf(mark);
        String whole = text.substring(0, place);
        String rest = text.substring(place + 1);
        Optional<AmountText> decimal = plain(whole, rest, DecimalMark.of(mark));
        if (rest.length() != GROUP_DIGITS || whole.length() > GROUP_DIGITS || whole.startsWith("0")) {
            return decimal;
        }
        return decimal.map(
                number -> new AmountText(new BigDecimal(whole + rest), number.value(), DecimalMark.of(mark), null));
    }

    private static Optional<AmountText> grouped(String text, char group) {
        DecimalMark other = group == '.' || group == ',' ? DecimalMark.of(group).other() : null;
        return isGrouped(text) ? plain(digits(text), "", other) : Optional.empty();
    }

    private static boolean isGrouped(String text) {
        return GROUPS_OF_THREE.matcher(text).matches()
                || INDIAN_GROUPS.matcher(text).matches();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static Optional<AmountText> plain(String whole, String decimals, @Nullable DecimalMark mark) {
        return whole.length() > MAX_DIGITS || decimals.length() > MAX_DECIMALS
                ? Optional.empty()
                : Optional.of(new AmountText(
                        new BigDecimal(decimals.isEmpty() ? whole : whole + "." + decimals), null, mark, null));
    }
}
