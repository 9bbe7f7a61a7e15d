package io.entente.platform.erasures;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds in free texts what names a person, and removes it: the whole name, the words of the name, the e-mail addresses and the phone
 * number, however the number is spaced. Short words of a name and those in lower case, such as "de" and "van", stay, because they are words
 * of many texts.
 */
public final class PersonInText {

    /** In the place of what was removed. */
    public static final String ERASED = "[erased]";

    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_NUMBER = 6;
    private static final String BETWEEN_DIGITS = "[ ()/.-]*";

    private final Pattern named;

    /** @param phone null if none is known */
    public PersonInText(String name, Collection<String> addresses, @Nullable String phone) {
        this.named = Pattern.compile(
                Stream.of(
                                addresses.stream().map(Pattern::quote),
                                Stream.ofNullable(phone).flatMap(PersonInText::number),
                                Stream.of(Pattern.quote(name)),
                                words(name))
                        .flatMap(patterns -> patterns)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether a text names the person. */
    public boolean occursIn(String text) {
        return named.matcher(text).find();
    }

    public String removedFrom(String text) {
        return named.matcher(text).replaceAll(Matcher.quoteReplacement(ERASED));
    }

    public @Nullable String removedFromOptional(@Nullable String text) {
        return text == null ? null : removedFrom(text);
    }

    private static Stream<String> number(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < SHORTEST_NUMBER
                ? Stream.empty()
                : Stream.of(digits.chars()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining(BETWEEN_DIGITS, "\\+?", "")));
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{M}\\p{N}'’-]+"))
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST_WORD)
                .filter(word -> !Character.isLowerCase(word.codePointAt(0)))
                .map(word -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])");
    }
}
