package io.entente.commission.accrual;

import io.entente.commission.accrual.standings.ClientStanding;
import io.entente.commission.accrual.standings.ReferralStanding;
import io.entente.commission.accrual.standings.StoredStandings;
import io.entente.commission.partners.PartnerId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Standings without a store. */
public final class InMemoryStandings implements StoredStandings {

    private final Map<String, TreeMap<Long, ClientStanding>> revenues = new HashMap<>();
    private final Map<String, TreeMap<Long, ReferralStanding>> referrals = new HashMap<>();

    @Override
    public ClientStanding client(PartnerId partner, String clientKey, long number) {
        return last(revenues, partner + "/" + clientKey, number, ClientStanding.NONE);
    }

    @Override
    public ReferralStanding referral(PartnerId partner, String clientKey, String referralId, long number) {
        return last(referrals, partner + "/" + clientKey + "/" + referralId, number, ReferralStanding.NONE);
    }

    @Override
    public ClientStanding retainer(PartnerId partner, String clientKey, String dealId, long number) {
        return last(revenues, partner + "/" + clientKey + "/" + dealId, number, ClientStanding.NONE);
    }

    private static <T> T last(Map<String, TreeMap<Long, T>> all, String key, long number, T otherwise) {
        Map.Entry<Long, T> last = all.getOrDefault(key, new TreeMap<>()).floorEntry(number);
        return last == null ? otherwise : last.getValue();
    }

    @Override
    public void putClient(PartnerId partner, String clientKey, ClientStanding standing) {
        put(revenues, partner + "/" + clientKey, standing.upTo(), standing);
    }

    @Override
    public void putReferral(PartnerId partner, String clientKey, String referralId, ReferralStanding standing) {
        put(referrals, partner + "/" + clientKey + "/" + referralId, standing.upTo(), standing);
    }

    @Override
    public void putRetainer(PartnerId partner, String clientKey, String dealId, ClientStanding standing) {
        put(revenues, partner + "/" + clientKey + "/" + dealId, standing.upTo(), standing);
    }

    private static <T> void put(Map<String, TreeMap<Long, T>> all, String key, long upTo, T standing) {
        all.computeIfAbsent(key, any -> new TreeMap<>()).put(upTo, standing);
    }

    public void clear() {
        revenues.clear();
        referrals.clear();
    }
}
