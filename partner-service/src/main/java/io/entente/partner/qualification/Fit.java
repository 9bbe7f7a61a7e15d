package io.entente.partner.qualification;

import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.details.Positioning;
import io.entente.partner.qualification.policy.FitDimension;
import io.entente.partner.qualification.policy.FitProfile;
import io.entente.partner.qualification.policy.FitProfile.Complement;
import io.entente.platform.domain.lists.FoldedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes how well a partner's business fits with the firm's, with a reason for each figure. */
public final class Fit {

    private static final int FULL = 100;
    private static final int HALF = 50;

    private final FitProfile profile;
    private final PartnerDetails details;

    private Fit(FitProfile profile, PartnerDetails details) {
        this.profile = profile;
        this.details = details;
    }

    /**
     * The findings in all dimensions that follow from what is known of the partner.
     *
     * @param expectedReferrals in a year, as the reviewer expects; null if nobody has said it
     */
    public static List<FitFinding> of(FitProfile profile, PartnerDetails details, @Nullable Integer expectedReferrals) {
        Fit fit = new Fit(profile, details);
        return List.of(
                fit.services(),
                fit.idealClient(),
                fit.positioning(),
                fit.territory(),
                fit.potential(expectedReferrals));
    }

    private FitFinding services() {
        if (details.services().isEmpty()) {
            return FitFinding.unknown(
                    FitDimension.COMPLEMENTARY_SERVICES, "It isn't known which services the partner offers.");
        }
        List<String> because = new ArrayList<>();
        boolean competes = false;
        boolean complements = false;
        for (String service : details.services()) {
            Optional<Complement> complement = profile.complementary().stream()
                    .filter(one -> isAbout(service, one.service()))
                    .findFirst();
            if (profile.ownServices().stream().anyMatch(own -> isAbout(service, own))) {
                competes = true;
                because.add("The firm offers %s itself.".formatted(service));
            } else if (complement.isPresent()) {
                complements = true;
                because.add("Clients need %s %s the firm's services."
                        .formatted(service, complement.get().moment().name().toLowerCase(Locale.ROOT)));
            }
        }
        if (because.isEmpty()) {
            because.add("No service of the partner is in the map of complementary services.");
        }
        int percent = complements ? (competes ? HALF : FULL) : 0;
        return new FitFinding(FitDimension.COMPLEMENTARY_SERVICES, percent, because);
    }

    private FitFinding idealClient() {
        if (details.industries().isEmpty()) {
            return FitFinding.unknown(
                    FitDimension.IDEAL_CLIENT, "It isn't known in which industries the partner's clients are.");
        }
        List<String> shared = details.industries().stream()
                .filter(industry -> profile.industries().stream().anyMatch(own -> isAbout(industry, own)))
                .toList();
        int percent = FULL * shared.size() / details.industries().size();
        String because = shared.isEmpty()
                ? "The firm wants clients in none of the partner's industries."
                : "The firm wants clients in %s, %d of %d industries of the partner."
                        .formatted(
                                String.join(", ", shared),
                                shared.size(),
                                details.industries().size());
        return new FitFinding(FitDimension.IDEAL_CLIENT, percent, List.of(because));
    }

    private FitFinding positioning() {
        Positioning positioning = details.positioning();
        if (positioning == null) {
            return FitFinding.unknown(FitDimension.POSITIONING, "It isn't known how the partner stands in its market.");
        }
        int percent = profile.positioning().getOrDefault(positioning, 0);
        return new FitFinding(
                FitDimension.POSITIONING,
                percent,
                List.of("A partner that is %s fits with the firm's own position to %d %%."
                        .formatted(positioning.name().toLowerCase(Locale.ROOT).replace('_', ' '), percent)));
    }

    private FitFinding territory() {
        if (details.territory().isEmpty()) {
            return FitFinding.unknown(FitDimension.TERRITORY, "It isn't known in which countries the partner works.");
        }
        if (profile.territory().isEmpty()) {
            return new FitFinding(FitDimension.TERRITORY, FULL, List.of("The firm wants clients in all countries."));
        }
        List<String> shared = details.territory().stream()
                .filter(profile.territory()::contains)
                .sorted()
                .toList();
        int percent = FULL * shared.size() / details.territory().size();
        String because = shared.isEmpty()
                ? "The firm wants clients in none of the partner's countries."
                : "The firm wants clients in %s, %d of %d countries of the partner."
                        .formatted(
                                String.join(", ", shared),
                                shared.size(),
                                details.territory().size());
        return new FitFinding(FitDimension.TERRITORY, percent, List.of(because));
    }

    private FitFinding potential(@Nullable Integer expected) {
        if (expected == null) {
            return FitFinding.unknown(
                    FitDimension.POTENTIAL, "Nobody has said how many referrals a year are to be expected.");
        }
        int minimum = profile.minimumReferrals();
        int good = profile.goodReferrals();
        if (expected < minimum) {
            return new FitFinding(
                    FitDimension.POTENTIAL,
                    0,
                    List.of("%d referrals a year are fewer than %d, from which on a partnership is worth its care."
                            .formatted(expected, minimum)));
        }
        int percent = expected >= good ? FULL : HALF + HALF * (expected - minimum) / (good - minimum);
        return new FitFinding(
                FitDimension.POTENTIAL,
                percent,
                List.of("%d referrals a year are expected; %d are enough, and %d are as good as can be."
                        .formatted(expected, minimum, good)));
    }

    /** Whether a text has all words of a term, so that "international tax advice" is about "tax advice". */
    private static boolean isAbout(String text, String term) {
        return FoldedWords.of(text).containsAll(FoldedWords.of(term));
    }
}
