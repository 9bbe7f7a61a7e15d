package io.entente.referral.attribution.conflicts;

import io.entente.platform.domain.DerivedId;

/** A conflict's id: it follows from the two referrals, so that however often one is found, it is one. */
public record CaseId(String value) {

    private static final String PREFIX = "cnf";

    /** @param attempt 1, and one more each time that a case of the two was closed and they meet again */
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
