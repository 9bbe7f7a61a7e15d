package io.entente.referral.erasures;

import io.entente.referral.referral.facts.Client;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes from free texts what names a client's contact: its whole name, the words of its name, its e-mail address and its phone number,
 * however the number is spaced. Short words of a name and those in lower case, such as "de" and "van", stay, because they are words of many
 * texts.
 */
final class ContactInText {

    private static final String ERASED = "[erased]";
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_NUMBER = 6;
    private static final String BETWEEN_DIGITS = "[ ()/.-]*";

    private final Pattern named;

    ContactInText(Client.Contact contact) {
        this.named = Pattern.compile(
                Stream.of(
                                Stream.ofNullable(contact.email()).map(Pattern::quote),
                                Stream.ofNullable(contact.phone()).flatMap(ContactInText::number),
                                Stream.of(Pattern.quote(contact.name())),
                                words(contact.name()))
                        .flatMap(patterns -> patterns)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String removedFrom(String text) {
        return named.matcher(text).replaceAll(Matcher.quoteReplacement(ERASED));
    }

    @Nullable
    String removedFromOptional(@Nullable String text) {
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
