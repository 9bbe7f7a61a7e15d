package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.CommissionId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stores cases of self-referral. */
public interface SelfReferralCases {

    /** Opens a case, and returns the stored one, which may have been decided before. */
    SelfReferralCase open(SelfReferralCase newCase);

    Optional<SelfReferralCase> find(CommissionId id);

    /** Returns those of these cases that exist and that nobody has decided yet. */
    List<SelfReferralCase> undecided(Collection<CommissionId> ids);

    /**
     * Stores a decision.
     *
     * @return false if the case was not open any more
     */
    boolean decide(SelfReferralCase decided);

    /** Returns a page of the cases that a filter selects, in its order. */
    Page<SelfReferralCase> page(CaseFilter filter, PageRequest page);
}
