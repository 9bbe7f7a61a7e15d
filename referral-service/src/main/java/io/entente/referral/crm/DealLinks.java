package io.entente.referral.crm;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.referral.crm.links.EarlierLink;
import io.entente.referral.crm.links.Links;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.deals.Deal;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides to which referral a CRM's deal is linked. A deal that is linked to another referral gets its last stage applied there.
 * Nothing of this is undone at the earlier referral; the deal remembers what happened there. A deal can't be linked anew while
 * a deal that it closed isn't reversed, because commission follows that deal.
 */
final class DealLinks {

    private static final String CRM_NAMES_IT = "the CRM names another referral now";

    private final Referrals referrals;
    private final RelatedDeals related;
    private final Clock clock;

    DealLinks(Referrals referrals, RelatedDeals related, Clock clock) {
        this.referrals = referrals;
        this.related = related;
        this.clock = clock;
    }

    /**
     * Links a deal to the referral that an import from the same CRM created for it, or else to the one that the CRM names. If the
     * CRM names another referral later, the deal follows, unless an import or a person linked it or it has closed a deal.
     *
     * @param before the deal before the CRM's changes
     */
    CrmDeal reported(CrmDeal before, CrmDeal change) {
        CrmDeal heard = imported(change);
        if (!heard.equals(change)) {
            return heard;
        }
        String named = heard.links().namedId();
        boolean isNew = named != null && !named.equals(before.links().namedId());
        ReferralId current = heard.referralId();
        if (current == null) {
            Optional<ReferralId> found = existing(named);
            return found.isEmpty() && !isNew
                    ? heard
                    : compared(
                            found.map(to -> CrmDealDraft.of(heard).linkedTo(to).deal())
                                    .orElse(heard));
        }
        if (!isNew) {
            return heard;
        }
        Optional<ReferralId> other = existing(named).filter(to -> !to.equals(current));
        boolean isLinkOfCrm = current.value().equals(before.links().namedId());
        boolean follows = other.isPresent()
                && isLinkOfCrm
                && !heard.links().isFull()
                && related.closedBy(heard).isEmpty();
        return follows ? moved(heard, other.get(), Actor.crm(heard.crm().source()), CRM_NAMES_IT) : compared(heard);
    }

    /** The deal, linked as {@link #withImportedLink} links it. If the CRM names another referral, a person has to look. */
    CrmDeal imported(CrmDeal deal) {
        CrmDeal linked = withImportedLink(deal);
        return linked.equals(deal) ? deal : compared(linked);
    }

    /**
     * The deal, linked to the referral that an import from the same CRM created for it. That link exists from the import on, even
     * if nothing else has been heard of the deal.
     */
    CrmDeal withImportedLink(CrmDeal deal) {
        return deal.referralId() != null
                ? deal
                : related.imported(deal)
                        .map(to -> CrmDealDraft.of(deal).linkedTo(to).deal())
                        .orElse(deal);
    }

    /**
     * Links a deal to the referral that a person chose.
     *
     * @param reason required if the deal is linked to another referral
     */
    Decision<CrmDeal> chosen(CrmDeal stored, ReferralId to, @Nullable String reason, Actor actor) {
        CrmDeal before = withImportedLink(stored);
        ReferralId current = before.referralId();
        if (to.equals(current)) {
            return Decision.allowed(before);
        }
        if (current == null) {
            return Decision.allowed(settled(CrmDealDraft.of(before).linkedTo(to).deal()));
        }
        Optional<Deal> closed = related.closedBy(before).filter(deal -> deal.reversal() == null);
        if (closed.isPresent()) {
            return Decision.rejected(
                    "Deal %s of referral %s has been closed by it, so it can't be linked to another referral. Reverse that deal first."
                            .formatted(closed.get().dealId(), current));
        }
        if (before.links().isFull()) {
            return Decision.rejected(
                    "The deal has been linked to other referrals %d times, which is the most that is possible."
                            .formatted(Links.MAX_EARLIER));
        }
        return reason == null
                ? Decision.rejected("The deal is linked to referral %s. Say in 'reason' why it belongs to another one."
                        .formatted(current))
                : Decision.allowed(settled(moved(before, to, actor, reason)));
    }

    private static CrmDeal settled(CrmDeal deal) {
        return CrmDealDraft.of(deal).links(deal.links().settledByPerson()).deal();
    }

    private CrmDeal moved(CrmDeal deal, ReferralId to, Actor actor, String reason) {
        EarlierLink earlier = new EarlierLink(
                String.valueOf(deal.referralId()),
                clock.instant(),
                actor.value(),
                reason,
                deal.taken() == null ? null : deal.taken().stage(),
                related.closedBy(deal).map(Deal::dealId).orElse(null));
        String text = "%s; %s linked it to referral %s: %s".formatted(earlier.text(), actor, to, reason);
        return CrmDealDraft.of(deal)
                .relinkedTo(to)
                .links(deal.links().after(earlier))
                .noted(List.of(new CrmDeal.Note(clock.instant(), "", text)))
                .deal();
    }

    /** The deal with the reason why a person has to look at the referral that the CRM names, if there is one. */
    private CrmDeal compared(CrmDeal deal) {
        Links links = deal.links();
        String current = deal.referralId() == null ? null : deal.referralId().value();
        return CrmDealDraft.of(deal)
                .links(links.differing(links.isNamedOtherThan(current) ? difference(deal, current) : null))
                .deal();
    }

    private Wait difference(CrmDeal deal, @Nullable String current) {
        String named = deal.links().namedId();
        return existing(named).isPresent()
                ? Wait.because(
                        WaitReason.LINK_DIFFERS,
                        "the CRM names the referral %s, but the deal is linked to %s; link it to the right one, or dismiss this change"
                                .formatted(named, current),
                        clock.instant())
                : Wait.because(
                        WaitReason.REFERRAL_UNKNOWN,
                        "the CRM names the referral %s, which doesn't exist; link the deal to the right one, or correct the name in the CRM"
                                .formatted(named),
                        clock.instant());
    }

    private Optional<ReferralId> existing(@Nullable String id) {
        return Optional.ofNullable(id)
                .map(ReferralId::new)
                .filter(wanted -> referrals.find(wanted).isPresent());
    }
}
