package io.entente.referral.referral;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.Owners;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.calendar.Holidays;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Determines the terms of a partner from its tier and from the policies in force. */
public final class TermsInForce {

    private final KnownPartners partners;
    private final SlaPolicies slaPolicies;
    private final Holidays holidays;
    private final Function<Tier, Duration> protection;
    private final ClockPolicy clocks;

    /** @param protection how long the claim on a client is now protected after acceptance */
    public TermsInForce(
            KnownPartners partners,
            SlaPolicies slaPolicies,
            Holidays holidays,
            Function<Tier, Duration> protection,
            ClockPolicy clocks) {
        this.partners = partners;
        this.slaPolicies = slaPolicies;
        this.holidays = holidays;
        this.protection = protection;
        this.clocks = clocks;
    }

    /** A partner that is no longer known here gets the terms of the lowest tier. */
    public Terms of(String partnerId) {
        return partners.find(partnerId).map(this::of).orElseGet(() -> of(partnerId, Tier.REFERRAL_NETWORK, Map.of()));
    }

    public Terms of(KnownPartner partner) {
        return of(partner.id(), partner.tier(), partner.team());
    }

    private Terms of(String partnerId, Tier tier, Map<String, String> team) {
        return new Terms(
                new Promises(slaPolicies.inForce(), holidays, tier, new Owners(partnerId, team)),
                protection.apply(tier),
                clocks);
    }
}
