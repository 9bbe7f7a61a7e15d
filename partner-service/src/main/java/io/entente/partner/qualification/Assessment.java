package io.entente.partner.qualification;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer has found out about a partner.
 *
 * @param expectedReferrals in a year; null if nobody has said it
 * @param wouldRefer whom the partner would refer, in the partner's own words; null if nobody has said it
 * @param points by the code of the criterion
 * @param redFlags their codes
 */
public record Assessment(
        @Nullable Integer expectedReferrals,
        @Nullable String wouldRefer,
        Map<String, Points> points,
        Set<String> redFlags) {

    /** Nothing is known yet. */
    public static final Assessment NONE = new Assessment(null, null, Map.of(), Set.of());

    public Assessment {
        points = Map.copyOf(points);
        redFlags = Set.copyOf(redFlags);
    }

    /** The same without a person in its texts. */
    Assessment redacted(UnaryOperator<String> withoutPerson) {
        return new Assessment(
                expectedReferrals,
                wouldRefer == null ? null : withoutPerson.apply(wouldRefer),
                points.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, given -> given.getValue()
                        .redacted(withoutPerson))),
                redFlags);
    }
}
