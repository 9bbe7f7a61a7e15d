package io.entente.commission.accrual;

import io.entente.commission.accrual.standings.ClientStanding;
import io.entente.commission.accrual.standings.ReferralStanding;
import io.entente.commission.accrual.standings.StoredStandings;
import io.entente.commission.partners.PartnerId;
import java.util.HashMap;
import java.util.Map;

/** Standings without a store. */
public final class InMemoryStandings implements StoredStandings {

    private final Map<String, ClientStanding> clients = new HashMap<>();
    private final Map<String, ReferralStanding> referrals = new HashMap<>();

    @Override
    public ClientStanding client(PartnerId partner, String clientKey) {
        return clients.getOrDefault(partner + "/" + clientKey, ClientStanding.NONE);
    }

    @Override
    public ReferralStanding referral(PartnerId partner, String clientKey, String referralId) {
        return referrals.getOrDefault(partner + "/" + clientKey + "/" + referralId, ReferralStanding.NONE);
    }

    @Override
    public void put(PartnerId partner, String clientKey, ClientStanding standing) {
        clients.merge(partner + "/" + clientKey, standing, (known, more) -> known.upTo() < more.upTo() ? more : known);
    }

    @Override
    public void put(PartnerId partner, String clientKey, String referralId, ReferralStanding standing) {
        referrals.merge(
                partner + "/" + clientKey + "/" + referralId,
                standing,
                (known, more) -> known.upTo() < more.upTo() ? more : known);
    }

    public void clear() {
        clients.clear();
        referrals.clear();
    }
}
