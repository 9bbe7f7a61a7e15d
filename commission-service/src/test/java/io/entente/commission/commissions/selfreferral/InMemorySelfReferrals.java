package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases of self-referral in memory. */
public final class InMemorySelfReferrals implements SelfReferralCases {

    private final Map<CommissionId, SelfReferralCase> cases = new LinkedHashMap<>();

    @Override
    public SelfReferralCase open(SelfReferralCase newCase) {
        cases.putIfAbsent(newCase.commission(), newCase);
        return cases.get(newCase.commission());
    }

    @Override
    public Optional<SelfReferralCase> find(CommissionId id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public List<SelfReferralCase> undecided(Collection<CommissionId> ids) {
        return cases.values().stream()
                .filter(found -> ids.contains(found.commission()) && found.status() == Status.OPEN)
                .toList();
    }

    @Override
    public boolean decide(SelfReferralCase decided) {
        return cases.replace(decided.commission(), decided) != null;
    }

    @Override
    public Page<SelfReferralCase> page(CaseFilter filter, PageRequest page) {
        return new Page<>(List.copyOf(cases.values()), null);
    }
}
