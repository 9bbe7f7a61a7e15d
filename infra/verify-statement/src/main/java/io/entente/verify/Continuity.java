package io.entente.verify;

import java.util.ArrayList;
import java.util.List;

/** Checks that statements of one partner follow each other without a gap in the ledger. */
final class Continuity {

    private Continuity() {}

    /** @param proofs in the order in which they must follow each other */
    static List<String> findings(List<Proof> proofs) {
        List<String> findings = new ArrayList<>();
        for (int i = 1; i < proofs.size(); i++) {
            Proof earlier = proofs.get(i - 1);
            Proof later = proofs.get(i);
            boolean sameSection = earlier.quarter().equals(later.quarter())
                    && earlier.before().equals(later.before());
            if (!earlier.partnerId().equals(later.partnerId())) {
                findings.add("%s and %s are statements of different partners.".formatted(earlier.name(), later.name()));
            } else if (!sameSection && !earlier.after().equals(later.before())) {
                findings.add(
                        "%s does not continue %s: it begins after entry %d with the hash %s, but the other ends with entry %d with the hash %s."
                                .formatted(
                                        later.name(),
                                        earlier.name(),
                                        later.before().number(),
                                        later.before().hash(),
                                        earlier.after().number(),
                                        earlier.after().hash()));
            }
        }
        return findings;
    }
}
