package io.entente.referral.crm;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.intake.rows.ImportedRecords;
import io.entente.referral.referral.ReferralId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores the changes of deals that CRMs report, links the deals to referrals, and applies the changes to the referrals. A
 * change is stored before it is applied. If the service crashes in between, the change is applied when the CRM sends it again,
 * with the deal's next change, or at the next start.
 */
public final class CrmDealHandler implements ImportedRecords {

    private final CrmDeals deals;
    private final DealLinks links;
    private final FollowedDeals followed;
    private final CrmSettings settings;
    private final Clock clock;

    CrmDealHandler(CrmDeals deals, DealLinks links, FollowedDeals followed, CrmSettings settings, Clock clock) {
        this.deals = deals;
        this.links = links;
        this.followed = followed;
        this.settings = settings;
        this.clock = clock;
    }

    /** Receives changes. All changes of one deal are stored together, so its facts are known when its stage changes. */
    public List<CrmDeal> hear(Crm crm, List<DealChange> changes) {
        Map<String, List<DealChange>> byDeal = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> SourceIds.normalised(crm.source(), change.crmDealId()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<CrmDeal> stored = byDeal.entrySet().stream()
                .map(deal -> hear(crm, deal.getKey(), deal.getValue()))
                .toList();
        return EachDeal.orThrow(stored, deal -> followed.follow(imported(deal)));
    }

    private CrmDeal hear(Crm crm, String crmDealId, List<DealChange> changes) {
        return stored(crm, crmDealId, before -> {
            CrmDeal heard = before;
            for (DealChange change : changes) {
                heard = heard.hasSeen(change) ? heard : heard.heard(change, clock.instant());
            }
            return links.reported(before, heard);
        });
    }

    /** Links deals of which the CRM reported changes before an import created their referrals, and applies the changes. */
    @Override
    public void stored(String source, List<String> ids) {
        Crm.of(source).ifPresent(crm -> {
            List<String> normalised =
                    ids.stream().map(id -> SourceIds.normalised(source, id)).toList();
            EachDeal.orThrow(deals.unlinked(crm, normalised), deal -> followed.follow(imported(deal)));
        });
    }

    /** A deal that is linked to no referral, linked to the one that an import may have created since it was read. */
    private CrmDeal imported(CrmDeal deal) {
        return deal.referralId() != null || links.withImportedLink(deal).referralId() == null
                ? deal
                : stored(deal.crm(), deal.crmDealId(), links::imported);
    }

    /**
     * Links a deal to its referral, even if no change has been received yet. A deal that is linked to another referral is linked
     * anew, unless it has closed a deal there that isn't reversed. Repeating a link changes nothing.
     *
     * @param reason why the deal belongs to another referral than the one to which it is linked; null if it isn't linked
     * @param precondition throws if the caller decided on another version of the deal; not asked if the link exists already
     */
    public Decision<CrmDeal> link(
            Crm crm,
            String id,
            ReferralId referralId,
            @Nullable String reason,
            Actor actor,
            Consumer<CrmDeal> precondition) {
        String crmDealId = SourceIds.normalised(crm.source(), id);
        CrmDeal deal = stored(crm, crmDealId, before -> {
            if (!referralId.equals(before.referralId())) {
                precondition.accept(before);
            }
            return links.chosen(before, referralId, reason, actor).fold(linked -> linked, refused -> before);
        });
        return links.chosen(deal, referralId, reason, actor).map(followed::follow);
    }

    /** The referral to which a deal is linked, also if an import from the same CRM created it and nothing else has been heard. */
    public Optional<ReferralId> linkedTo(Crm crm, String id) {
        String crmDealId = SourceIds.normalised(crm.source(), id);
        CrmDeal deal =
                deals.find(crm, crmDealId).orElseGet(() -> CrmDeal.firstHeardOf(crm, crmDealId, clock.instant()));
        return Optional.ofNullable(links.withImportedLink(deal).referralId());
    }

    /** Deletes deals that nobody has linked in time. Returns their number. */
    public long deleteUnlinked() {
        return deals.deleteUnlinked(clock.instant().minus(settings.keepUnlinked()));
    }

    /** Reads a deal, or begins it, and stores it if it changes. */
    private CrmDeal stored(Crm crm, String crmDealId, UnaryOperator<CrmDeal> change) {
        return OptimisticRetry.retryOnConflict(() -> {
            Optional<Loaded<CrmDeal>> loaded = deals.load(crm, crmDealId);
            CrmDeal before =
                    loaded.map(Loaded::state).orElseGet(() -> CrmDeal.firstHeardOf(crm, crmDealId, clock.instant()));
            CrmDeal after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            CrmDeal next = CrmDealDraft.of(after).version(before.version() + 1).deal();
            if (loaded.isPresent()) {
                deals.update(loaded.get(), Change.nothing(next));
            } else {
                deals.add(next);
            }
            return next;
        });
    }
}
