package io.entente.referral.attribution.conflicts;

import io.entente.platform.domain.DerivedId;

/** The id of a conflict. It is derived from the two referrals, so finding a conflict twice gives one case. */
public record CaseId(String value) {

    private static final String PREFIX = "cnf";

    /** @param attempt 1 for the first case of the two referrals, one more for each case after a closed one */
    public static CaseId of(String oneReferral, String another, int attempt) {
        boolean inOrder = oneReferral.compareTo(another) < 0;
        return new CaseId(DerivedId.of(
                PREFIX, inOrder ? oneReferral : another, inOrder ? another : oneReferral, String.valueOf(attempt)));
    }

    @Override
    public String toString() {
        return value;
    }
}
