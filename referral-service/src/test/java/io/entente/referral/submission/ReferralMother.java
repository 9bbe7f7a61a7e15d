package io.entente.referral.submission;

import io.entente.messaging.aggregate.Change;
import io.entente.messaging.aggregate.Decision;
import io.entente.referral.partners.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** Referrals in every state, for tests. */
public final class ReferralMother {

    public static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    public static final ReferralPolicy POLICY = new ReferralPolicy(
            Map.of(
                    Tier.STRATEGIC, Duration.ofHours(24),
                    Tier.ACTIVE, Duration.ofHours(24),
                    Tier.REFERRAL_NETWORK, Duration.ofHours(48)),
            Duration.ofDays(90),
            Duration.ZERO);
    public static final DeclineReferral DECLINE = new DeclineReferral("Too small for us", "Quayside Studio");

    private ReferralMother() {}

    public static Occurrence at(Instant time) {
        return new Occurrence(time, "system", Origin.LIVE);
    }

    public static Change<Referral, ReferralEvent> submission() {
        SubmitReferral introduction = new SubmitReferral(
                "par_1",
                Direction.INBOUND,
                new Client(
                        "Brightwater",
                        "brightwater.example",
                        "MY",
                        new Client.Contact("Aisyah Secret", "aisyah@brightwater.example", "+60 12 345")),
                "Data platform",
                "Reports take days",
                null,
                null,
                Involvement.STANDARD,
                Money.parse("USD 12000"));
        return Referral.submit(new ReferralId("ref_1"), introduction, at(MONDAY), MONDAY.plus(Duration.ofHours(24)));
    }

    public static CloseDeal deal(String dealId) {
        return new CloseDeal(
                dealId, Money.parse("USD 1054"), LocalDate.parse("2026-03-01"), null, List.of(), "fingerprint");
    }

    public static Referral in(ReferralStatus status) {
        Referral submitted = submission().state();
        Occurrence now = at(MONDAY);
        return switch (status) {
            case SUBMITTED -> submitted;
            case ACCEPTED -> after(submitted.accept(now, POLICY));
            case DECLINED -> after(submitted.decline(DECLINE, now));
            case CONTACTED -> after(in(ReferralStatus.ACCEPTED).contact(LocalDate.parse("2026-03-02"), now));
            case WON -> after(in(ReferralStatus.CONTACTED).close(deal("deal_1"), now));
            case LOST -> after(in(ReferralStatus.CONTACTED).lose("No budget", now));
        };
    }

    public static Change<Referral, ReferralEvent> allowed(Decision<Change<Referral, ReferralEvent>> decision) {
        return ((Decision.Allowed<Change<Referral, ReferralEvent>>) decision).outcome();
    }

    public static Referral after(Decision<Change<Referral, ReferralEvent>> decision) {
        return allowed(decision).state();
    }
}
