package io.entente.referral.attribution.conflicts;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.List;
import java.util.Optional;

/** Stores conflicts. */
public interface ConflictCases {

    Optional<ConflictCase> find(CaseId id);

    /** A page of the conflicts that a filter selects, in its order. */
    Page<ConflictCase> list(ConflictFilter filter, PageRequest page);

    /** All conflicts that a referral was ever in, in no order. */
    List<ConflictCase> of(String referralId);

    /**
     * Stores a new case, unless there is one of its id.
     *
     * @return the one that is stored; whoever stored it first has decided which of the two referrals is its holder
     */
    ConflictCase open(ConflictCase opened);

    /**
     * Stores a changed case.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came in between
     */
    void update(ConflictCase changed);
}
