package io.entente.referral.crm.mongo;

import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.DealFact;
import io.entente.referral.crm.links.Links;
import io.entente.referral.crm.lists.ListedCrmDeal;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.crm.waiting.WaitReason.Subject;
import io.entente.referral.referral.ReferralId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a CRM's deal. Documents of earlier versions lack the fields that can be null.
 *
 * @param state derived from the other fields and stored, so that deals can be found by it
 * @param stageReason why the change of stage waits. This and the following fields are derived as well
 * @param termsReason why the change of terms waits
 * @param recordReason why the deletion or the merge waits
 * @param detailsReason that changes without details wait
 * @param linkReason why the referral that the CRM names waits
 * @param noticeSince since when a change waits of which the team has not been notified
 * @param retryAt when a change is tried again
 * @param unknownIn the version of the mapping profile that doesn't know a stage
 * @param mergedInto the stored id of the deal into which the CRM merged this one
 * @param list absent if the deal is linked and nothing waits
 */
record CrmDealDocument(
        @Id String id,
        Crm crm,
        String crmDealId,
        long version,
        @Nullable Long sequence,
        CrmDeal.State state,
        @Nullable String referralId,
        Map<DealFact, CrmDeal.Known> facts,
        List<CrmDeal.StageChange> waiting,
        @Nullable Wait difference,
        @Nullable MoneyJson dismissed,
        @Nullable String dismissedTerms,
        CrmDeal.@Nullable KnownIncident incident,
        @Nullable Wait gap,
        CrmDeal.@Nullable Taken taken,
        @Nullable String continues,
        @Nullable Links links,
        List<String> seen,
        List<CrmDeal.Note> notes,
        Instant firstHeardAt,
        Instant lastHeardAt,
        @Nullable WaitReason stageReason,
        @Nullable WaitReason termsReason,
        @Nullable WaitReason recordReason,
        @Nullable WaitReason detailsReason,
        @Nullable WaitReason linkReason,
        @Nullable Instant noticeSince,
        @Nullable Instant retryAt,
        @Nullable Integer unknownIn,
        @Nullable String mergedInto,
        @Nullable ListEntry list,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static CrmDealDocument of(CrmDeal deal, @Nullable Outbox outbox) {
        ReferralId referralId = deal.referralId();
        List<Wait> waits = ListedCrmDeal.waits(deal);
        return new CrmDealDocument(
                deal.id(),
                deal.crm(),
                deal.crmDealId(),
                deal.version(),
                deal.sequence(),
                deal.state(),
                referralId == null ? null : referralId.value(),
                deal.facts(),
                deal.waiting(),
                deal.difference(),
                deal.dismissed(),
                deal.dismissedTerms(),
                deal.incident(),
                deal.gap(),
                deal.taken(),
                deal.continues(),
                deal.links().equals(Links.NONE) ? null : deal.links(),
                deal.seen(),
                deal.notes(),
                deal.firstHeardAt(),
                deal.lastHeardAt(),
                reason(waits, Subject.STAGE),
                reason(waits, Subject.TERMS),
                reason(waits, Subject.RECORD),
                reason(waits, Subject.DETAILS),
                reason(waits, Subject.LINK),
                since(waits.stream().filter(wait -> !wait.noticed()).toList()),
                first(waits.stream().map(Wait::retryAt)),
                referralId == null
                        ? null
                        : first(deal.waiting().stream()
                                .map(CrmDeal.StageChange::held)
                                .filter(Objects::nonNull)
                                .map(Wait::profileVersion)),
                mergedInto(deal),
                ListedCrmDeal.of(deal),
                outbox);
    }

    private static @Nullable String mergedInto(CrmDeal deal) {
        CrmDeal.KnownIncident incident = deal.incident();
        return incident == null || incident.mergedInto() == null
                ? null
                : CrmDeal.idOf(deal.crm(), incident.mergedInto());
    }

    private static @Nullable WaitReason reason(List<Wait> waits, Subject subject) {
        return waits.stream()
                .map(Wait::reason)
                .filter(reason -> reason.subject() == subject)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant since(List<Wait> waits) {
        return first(waits.stream().map(Wait::since));
    }

    private static <T extends Comparable<T>> @Nullable T first(Stream<@Nullable T> values) {
        return values.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    /** An earlier version of the service stored changes without details as incidents of the record. */
    private boolean isGap() {
        return incident != null
                && (incident.reason() == WaitReason.DETAILS_MISSING
                        || (incident.held() != null && incident.held().reason() == WaitReason.DETAILS_MISSING));
    }

    CrmDeal toDeal() {
        return new CrmDeal(
                crm,
                crmDealId,
                version,
                sequence == null ? 0 : sequence,
                referralId == null ? null : new ReferralId(referralId),
                facts,
                waiting,
                difference,
                dismissed,
                dismissedTerms,
                isGap() ? null : incident,
                isGap() && incident != null ? incident.held() : gap,
                taken,
                continues,
                links == null ? Links.NONE : links,
                seen,
                notes,
                firstHeardAt,
                lastHeardAt);
    }
}
