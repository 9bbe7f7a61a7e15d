package io.entente.referral.referral.lists;

import io.entente.platform.domain.lists.FoldedWords;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.referral.referral.facts.Client;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a free text without the client's contact, which may not get into an index: the words of the contact's name, e-mail
 * addresses and phone numbers. A Chinese or Japanese name stands in a text without spaces, so its characters are left out.
 */
final class ContactFreeText {

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()/.-]{5,}\\d");
    private static final int MAX_NAME_WORDS = 100;

    private final Set<String> name;
    private final Set<Integer> characters;

    ContactFreeText(Client.@Nullable Contact contact) {
        String text = contact == null ? "" : contact.name();
        this.name = Set.copyOf(SearchTerms.of(MAX_NAME_WORDS, text).words());
        this.characters = FoldedWords.of(text).stream()
                .filter(FoldedWords::isWithoutSpaces)
                .flatMap(word -> word.codePoints().boxed())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String anonymous = PHONE.matcher(ADDRESS.matcher(text).replaceAll(" ")).replaceAll(" ");
        return FoldedWords.withAccents(anonymous).stream()
                .map(word -> FoldedWords.isWithoutSpaces(word) ? withoutCharacters(word) : word)
                .filter(word -> !isInName(word))
                .collect(Collectors.joining(" "));
    }

    private String withoutCharacters(String word) {
        return word.codePoints()
                .mapToObj(point -> characters.contains(point) ? " " : Character.toString(point))
                .collect(Collectors.joining());
    }

    /** A name can be written in several ways, so a word is left out if one of them is the same. */
    private boolean isInName(String word) {
        List<String> forms = SearchTerms.of(1, word).words();
        return !Collections.disjoint(forms, name);
    }
}
