package io.entente.referral.clocks;

import static io.entente.referral.referral.ReferralMother.MONDAY;
import static io.entente.referral.referral.ReferralMother.allowed;
import static io.entente.referral.referral.ReferralMother.at;

import io.entente.platform.domain.Change;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralMother;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaMother;
import io.entente.referral.sla.SlaPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Referrals with clocks, for tests: every kind in both directions, in wall time, a day long; answers 20 hours. */
public final class ClockMother {

    public static final Terms TERMS = new Terms(promises(), Duration.ofDays(90), new ClockRules());

    private ClockMother() {}

    private static Promises promises() {
        List<SlaPolicy> policies = new ArrayList<>();
        for (SlaKind kind : SlaKind.values()) {
            for (Direction direction : Direction.values()) {
                Duration within = Duration.ofHours(kind == SlaKind.RESPONSE ? 20 : 24);
                SlaPolicy inbound = SlaMother.policy(direction + "-" + kind, kind, Set.of(), within, null);
                boolean isOfPartner = direction == Direction.OUTBOUND || kind == SlaKind.PARTNER_FOLLOW_UP;
                policies.add(isOfPartner ? SlaMother.ofPartner(inbound, direction) : inbound);
            }
        }
        return SlaMother.promises(policies.toArray(SlaPolicy[]::new));
    }

    public static Referral submitted(Direction direction) {
        return ReferralMother.submission(direction, TERMS).state();
    }

    public static Referral submitted() {
        return submitted(Direction.INBOUND);
    }

    /** The change by a command some hours after Monday, 9:00. */
    public static Change<Referral, ReferralEvent> given(Referral referral, ReferralCommand command, int hours) {
        return allowed(referral.take(command, at(MONDAY.plus(Duration.ofHours(hours))), TERMS));
    }

    /** One change for each event of a clock, with that event only. */
    public static Stream<Change<Referral, ReferralEvent>> eachEvent() {
        Change<Referral, ReferralEvent> late = submitted().clocksUntil(MONDAY.plus(Duration.ofDays(3)));
        Change<Referral, ReferralEvent> answered = given(submitted(), new AcceptReferral(), 1);
        return Stream.concat(
                        late.events().stream().map(event -> Change.of(late.state(), event)),
                        answered.events().stream().map(event -> Change.of(answered.state(), event)))
                .filter(change -> change.events().get(0) instanceof ReferralEvent.ClockTold);
    }
}
