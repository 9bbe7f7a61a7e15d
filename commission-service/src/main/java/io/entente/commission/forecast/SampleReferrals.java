package io.entente.commission.forecast;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Known;
import io.entente.commission.forecast.StageOdds.Sampled;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.forecast.referrals.TrackedReferrals;
import io.entente.commission.partners.PartnerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which referrals were won, and takes the sample of the program's latest referrals. */
final class SampleReferrals {

    /** How many of the program's latest referrals its own odds are taken from. */
    static final int SAMPLE = 500;

    /** How long a sample is used before another one is taken. */
    static final Duration USED_FOR = Duration.ofMinutes(10);

    private final TrackedReferrals referrals;
    private final SubmittedReferrals submitted;
    private final Clock clock;
    private volatile @Nullable Taken taken;

    private record Taken(Instant at, List<Sampled> sample) {}

    SampleReferrals(TrackedReferrals referrals, SubmittedReferrals submitted, Clock clock) {
        this.referrals = referrals;
        this.submitted = submitted;
        this.clock = clock;
    }

    /** Returns the program's latest referrals, as they were at most {@link #USED_FOR} ago. */
    List<Sampled> latest(LocalDate today) {
        Instant now = clock.instant();
        Taken last = taken;
        if (last != null && !now.isBefore(last.at()) && now.isBefore(last.at().plus(USED_FOR))) {
            return last.sample();
        }
        Map<PartnerId, List<TrackedReferral>> byPartner =
                referrals.latest(today, SAMPLE).stream().collect(groupingBy(TrackedReferral::partnerId));
        List<Sampled> sample =
                byPartner.values().stream().flatMap(this::withOutcomes).toList();
        taken = new Taken(now, sample);
        return sample;
    }

    /** Returns those of a partner's referrals that were not won. */
    List<TrackedReferral> undecided(Collection<TrackedReferral> ofPartner) {
        return withOutcomes(ofPartner)
                .filter(sampled -> !sampled.won())
                .map(Sampled::referral)
                .toList();
    }

    private Stream<Sampled> withOutcomes(Collection<TrackedReferral> ofPartner) {
        Set<String> won = ofPartner.stream()
                .findFirst()
                .map(first -> submitted.find(
                        first.partnerId(),
                        ofPartner.stream().map(TrackedReferral::referralId).toList()))
                .orElse(List.of())
                .stream()
                .filter(known -> !known.isOpen())
                .map(Known::referralId)
                .collect(toSet());
        return ofPartner.stream().map(referral -> new Sampled(referral, won.contains(referral.referralId())));
    }
}
