package io.entente.referral.referral.lists;

import io.entente.platform.domain.lists.FoldedWords;
import io.entente.referral.referral.facts.Client;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a free text without the client's contact, which may not get into an index: the words of the contact's name, e-mail
 * addresses and phone numbers.
 */
final class ContactFreeText {

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()/.-]{5,}\\d");

    private final Set<String> name;

    ContactFreeText(Client.@Nullable Contact contact) {
        this.name = contact == null ? Set.of() : Set.copyOf(FoldedWords.of(contact.name()));
    }

    @Nullable
    String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String anonymous = PHONE.matcher(ADDRESS.matcher(text).replaceAll(" ")).replaceAll(" ");
        return FoldedWords.of(anonymous).stream()
                .filter(word -> !name.contains(word))
                .collect(Collectors.joining(" "));
    }
}
