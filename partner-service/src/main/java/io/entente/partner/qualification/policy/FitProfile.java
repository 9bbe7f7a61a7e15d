package io.entente.partner.qualification.policy;

import io.entente.partner.partnership.details.Positioning;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the firm compares a partner's business with. Services and industries are compared as words in lower case.
 *
 * @param ownServices what the firm does itself; a partner that does it competes
 * @param complementary services that clients need before, during or after those of the firm
 * @param industries of the clients that the firm wants
 * @param territory the countries in which the firm wants clients; empty for all
 * @param positioning how well each positioning fits with the firm's own, in percent
 * @param minimumReferrals a year; a partnership with fewer isn't worth the care it needs
 * @param goodReferrals a year, from which on the potential is as good as can be
 */
public record FitProfile(
        List<String> ownServices,
        List<Complement> complementary,
        List<String> industries,
        Set<String> territory,
        Map<Positioning, Integer> positioning,
        int minimumReferrals,
        int goodReferrals) {

    /** When clients need a service, compared with those of the firm. */
    public enum Moment {
        BEFORE,
        DURING,
        AFTER
    }

    /** A service that clients need beside those of the firm. */
    public record Complement(String service, Moment moment) {}

    public FitProfile {
        ownServices = List.copyOf(ownServices);
        complementary = List.copyOf(complementary);
        industries = List.copyOf(industries);
        territory = Set.copyOf(territory);
        positioning = Map.copyOf(positioning);
        if (minimumReferrals < 1 || goodReferrals <= minimumReferrals) {
            throw new IllegalArgumentException("goodReferrals must be above minimumReferrals, and that at least 1");
        }
    }
}
