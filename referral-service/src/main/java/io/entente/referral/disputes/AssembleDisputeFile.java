package io.entente.referral.disputes;

import io.entente.platform.domain.Decision;
import io.entente.referral.attribution.checks.ClientChecks;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.disputes.DisputeFile.Party;
import io.entente.referral.disputes.DisputeItem.Draft;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts together the dispute file of a conflict. It begins with the conflict's two referrals and adds every conflict of these, and
 * the referrals of those, so the dispute of three partners on one client is one file whichever conflict is asked for.
 */
public final class AssembleDisputeFile {

    /** The maximum number of checks of one partner that are read for one client. A partner can ask 20 times per hour. */
    private static final int MAX_CHECKS = 200;

    private static final Comparator<Draft> AS_IT_HAPPENED =
            Comparator.comparing(Draft::at).thenComparing(Draft::kind).thenComparing(Draft::id);

    private final ConflictCases cases;
    private final Referrals referrals;
    private final AttributionPolicies policies;
    private final ClientChecks checks;
    private final MessageDeliveries deliveries;
    private final KnownPartners partners;
    private final ItemHashes hashes;
    private final Clock clock;

    public AssembleDisputeFile(
            ConflictCases cases,
            Referrals referrals,
            AttributionPolicies policies,
            ClientChecks checks,
            MessageDeliveries deliveries,
            KnownPartners partners,
            ItemHashes hashes,
            Clock clock) {
        this.cases = cases;
        this.referrals = referrals;
        this.policies = policies;
        this.checks = checks;
        this.deliveries = deliveries;
        this.partners = partners;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Puts together a file.
     *
     * @return empty if there is no such conflict; refused if the file would have more than {@link DisputeFile#MAX_ITEMS} items
     */
    public Optional<Decision<DisputeFile>> of(String conflictId) {
        return cases.find(new CaseId(conflictId)).map(this::of);
    }

    private Decision<DisputeFile> of(ConflictCase asked) {
        Map<String, ConflictCase> conflicts = new LinkedHashMap<>();
        Map<String, Introduction> introductions = new LinkedHashMap<>();
        List<Draft> items = new ArrayList<>();
        Queue<ConflictCase> open = new ArrayDeque<>(List.of(asked));
        while (!open.isEmpty() && items.size() <= DisputeFile.MAX_ITEMS) {
            ConflictCase next = open.remove();
            if (conflicts.putIfAbsent(next.id().value(), next) == null) {
                items.addAll(ConflictItems.of(next));
                for (Introduction side : List.of(next.holder(), next.challenger())) {
                    if (introductions.putIfAbsent(side.referralId(), side) == null) {
                        items.addAll(itemsOf(side));
                        items.addAll(DeliveryItems.of(deliveries.about(side.referralId(), DisputeFile.MAX_ITEMS + 1)));
                        open.addAll(cases.of(side.referralId()));
                    }
                }
            }
        }
        items.addAll(policies(conflicts.values()));
        items.addAll(checks(introductions.values()));
        return items.size() > DisputeFile.MAX_ITEMS
                ? Decision.rejected(
                        "The file would have more than %d items, which is the maximum. Read the timelines of the referrals."
                                .formatted(DisputeFile.MAX_ITEMS))
                : Decision.allowed(file(asked, introductions.values(), items));
    }

    /** A referral whose writer died before it was written has a claim and conflicts, but no items. */
    private List<Draft> itemsOf(Introduction introduction) {
        return referrals
                .find(new ReferralId(introduction.referralId()))
                .map(ReferralItems::of)
                .orElseGet(List::of);
    }

    private List<Draft> policies(Collection<ConflictCase> conflicts) {
        return conflicts.stream()
                .map(ConflictCase::policy)
                .distinct()
                .flatMap(version -> policies.find(version).stream())
                .map(ConflictItems::policy)
                .toList();
    }

    private List<Draft> checks(Collection<Introduction> introductions) {
        Map<String, Set<String>> keys = introductions.stream()
                .collect(Collectors.groupingBy(
                        Introduction::partnerId,
                        Collectors.mapping(
                                introduction -> introduction.client().key().value(),
                                Collectors.toCollection(TreeSet::new))));
        return keys.entrySet().stream()
                .flatMap(partner -> partner.getValue().stream()
                        .flatMap(key -> checks.of(partner.getKey(), key, MAX_CHECKS).stream()))
                .map(ConflictItems::check)
                .toList();
    }

    private DisputeFile file(ConflictCase asked, Collection<Introduction> introductions, List<Draft> drafts) {
        List<DisputeItem> items = drafts.stream()
                .sorted(AS_IT_HAPPENED)
                .map(draft -> draft.hashed(hashes))
                .toList();
        List<Party> parties = introductions.stream()
                .map(Introduction::partnerId)
                .distinct()
                .map(id ->
                        new Party(id, partners.find(id).map(KnownPartner::name).orElse(null)))
                .toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String all = items.stream().map(DisputeItem::sha256).collect(Collectors.joining("\n"));
        return new DisputeFile(
                asked.id().value(), asked.holder().client().name().written(), parties, now, items, hashes.of(all));
    }
}
