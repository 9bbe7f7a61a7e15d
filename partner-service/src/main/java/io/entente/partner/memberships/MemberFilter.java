package io.entente.partner.memberships;

import io.entente.platform.domain.lists.FoldedWords;
import io.entente.platform.domain.lists.SortOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Selects members of a partner and names their order. A partner has 200 members at most, in one document, so they are selected in memory.
 *
 * @param text each word must begin a word of the name or the address; null for all
 * @param states one of these; all if there is none
 * @param right only members with this right; null for all
 * @param sort by {@link #INVITED} or {@link #NAME}
 */
public record MemberFilter(@Nullable String text, List<MemberState> states, @Nullable Right right, SortOrder sort) {

    /** By the time of the last invitation. */
    public static final String INVITED = "invited";

    /** By the name, without regard to case and accents. */
    public static final String NAME = "name";

    public MemberFilter {
        states = List.copyOf(states);
    }

    /** The members that are selected, in their order. */
    public List<Member> of(Roster roster) {
        return roster.members().stream().filter(this::selects).sorted(order()).toList();
    }

    private boolean selects(Member member) {
        return (states.isEmpty() || states.contains(member.state()))
                && (right == null || member.rights().contains(right))
                && (text == null || hasWords(member, text));
    }

    private static boolean hasWords(Member member, String text) {
        List<String> words = folded(member.name() + " " + member.email());
        return folded(text).stream().allMatch(asked -> words.stream().anyMatch(word -> word.startsWith(asked)));
    }

    private static List<String> folded(String text) {
        return FoldedWords.of(text.toLowerCase(Locale.ROOT));
    }

    private Comparator<Member> order() {
        Comparator<Member> order = sort.by().equals(NAME)
                ? Comparator.comparing(member -> String.join(" ", folded(member.name())))
                : Comparator.comparing(Member::invitedAt);
        Comparator<Member> total = order.thenComparing(Member::id);
        return sort.isDescending() ? total.reversed() : total;
    }
}
