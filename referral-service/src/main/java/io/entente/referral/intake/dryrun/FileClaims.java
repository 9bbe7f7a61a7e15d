package io.entente.referral.intake.dryrun;

import io.entente.referral.attribution.matching.ClientKey;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The clients that rows of one file would claim. Of several rows for one client, the first in the order of the import gets it.
 * Similar names aren't compared, because that would take as long as the import.
 */
final class FileClaims {

    private final Instant now;
    private final Map<ClientKey, List<Claim>> claims = new HashMap<>();

    FileClaims(Instant now) {
        this.now = now;
    }

    /**
     * A row that would claim a client.
     *
     * @param order in which rows are imported, as sortable text
     * @param organisation as the row has it
     * @param isWarned whether the row has a warning already
     */
    record Claim(String order, long line, String partnerId, String organisation, boolean isWarned, boolean holds) {}

    void add(Referral claiming, String order, long line, boolean isWarned) {
        Acceptance acceptance = claiming.acceptance();
        boolean holds = acceptance == null || acceptance.protectedUntil().isAfter(now);
        claims.computeIfAbsent(claiming.introduction().client().key(), key -> new ArrayList<>())
                .add(new Claim(
                        order,
                        line,
                        claiming.introduction().partnerId(),
                        claiming.introduction().client().organisation(),
                        isWarned,
                        holds));
    }

    /** The rows whose client a row of another partner gets before them. */
    List<Claim> late() {
        return claims.values().stream()
                .flatMap(ofClient -> late(ofClient).stream())
                .sorted(Comparator.comparing(Claim::line))
                .toList();
    }

    private static List<Claim> late(List<Claim> ofClient) {
        List<Claim> inOrder = ofClient.stream()
                .sorted(Comparator.comparing(Claim::order).thenComparing(Claim::line))
                .toList();
        String holder = inOrder.stream()
                .filter(Claim::holds)
                .map(Claim::partnerId)
                .findFirst()
                .orElse("");
        List<Claim> late = new ArrayList<>();
        boolean isHeld = false;
        for (Claim claim : inOrder) {
            if (isHeld && !claim.partnerId().equals(holder)) {
                late.add(claim);
            }
            isHeld |= claim.holds() && claim.partnerId().equals(holder);
        }
        return late;
    }
}
