package io.entente.referral.crm;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.crm.CrmDeal.Known;
import io.entente.referral.crm.CrmDeal.KnownIncident;
import io.entente.referral.crm.CrmDeal.Note;
import io.entente.referral.crm.CrmDeal.StageChange;
import io.entente.referral.crm.CrmDeal.Taken;
import io.entente.referral.crm.links.Links;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.referral.ReferralId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A copy of a CRM's deal with changes. It keeps the bounds of the deal's lists. */
final class CrmDealDraft {

    private final CrmDeal from;
    private long version;
    private long sequence;
    private @Nullable ReferralId referralId;
    private Map<DealFact, Known> facts;
    private List<StageChange> waiting;
    private @Nullable Wait difference;
    private @Nullable MoneyJson dismissed;
    private @Nullable String dismissedTerms;
    private @Nullable KnownIncident incident;
    private @Nullable Wait gap;
    private @Nullable Taken taken;
    private @Nullable String continues;
    private Links links;
    private List<String> seen;
    private List<Note> notes;
    private Instant lastHeardAt;

    private CrmDealDraft(CrmDeal from) {
        this.from = from;
        this.version = from.version();
        this.sequence = from.sequence();
        this.referralId = from.referralId();
        this.facts = from.facts();
        this.waiting = from.waiting();
        this.difference = from.difference();
        this.dismissed = from.dismissed();
        this.dismissedTerms = from.dismissedTerms();
        this.incident = from.incident();
        this.gap = from.gap();
        this.taken = from.taken();
        this.continues = from.continues();
        this.links = from.links();
        this.seen = from.seen();
        this.notes = from.notes();
        this.lastHeardAt = from.lastHeardAt();
    }

    static CrmDealDraft of(CrmDeal deal) {
        return new CrmDealDraft(deal);
    }

    CrmDealDraft version(long next) {
        version = next;
        return this;
    }

    CrmDealDraft sequence(long next) {
        sequence = next;
        return this;
    }

    CrmDealDraft linkedTo(ReferralId referral) {
        referralId = referral;
        return this;
    }

    /** Links the deal to another referral, where its last stage is applied anew. */
    CrmDealDraft relinkedTo(ReferralId referral) {
        List<StageChange> stages = new ArrayList<>();
        if (taken != null) {
            stages.add(new StageChange(taken.stage(), taken.at(), null, taken.order()));
        }
        waiting.forEach(change -> stages.add(change.heldBy(null)));
        referralId = referral;
        taken = null;
        continues = null;
        difference = null;
        dismissed = null;
        dismissedTerms = null;
        return waiting(stages);
    }

    CrmDealDraft links(Links known) {
        links = known;
        return this;
    }

    CrmDealDraft facts(Map<DealFact, Known> known) {
        facts = known;
        return this;
    }

    CrmDealDraft waiting(List<StageChange> changes) {
        waiting = last(changes, CrmDeal.MAX_WAITING);
        return this;
    }

    CrmDealDraft difference(@Nullable Wait found) {
        difference = found;
        return this;
    }

    CrmDealDraft dismissed(Wait terms) {
        dismissed = terms.reported();
        dismissedTerms = terms.explanation();
        return this;
    }

    /** A change of stage that was handled. An earlier one changes nothing. */
    CrmDealDraft taken(StageChange change) {
        if (taken == null || !change.moment().isBefore(taken.moment())) {
            taken = new Taken(change.stage(), change.at(), change.order());
        }
        return this;
    }

    CrmDealDraft continuing(@Nullable String dealId) {
        continues = dealId;
        return this;
    }

    CrmDealDraft incident(@Nullable KnownIncident known) {
        incident = known;
        return this;
    }

    CrmDealDraft gap(@Nullable Wait found) {
        gap = found;
        return this;
    }

    CrmDealDraft seen(List<String> ids) {
        seen = last(ids, CrmDeal.MAX_SEEN);
        return this;
    }

    CrmDealDraft noted(List<Note> more) {
        List<Note> all = new ArrayList<>(notes);
        all.addAll(more);
        notes = last(all, CrmDeal.MAX_NOTES);
        return this;
    }

    CrmDealDraft lastHeardAt(Instant now) {
        lastHeardAt = now;
        return this;
    }

    CrmDeal deal() {
        return new CrmDeal(
                from.crm(),
                from.crmDealId(),
                version,
                sequence,
                referralId,
                facts,
                waiting,
                difference,
                dismissed,
                dismissedTerms,
                incident,
                gap,
                taken,
                continues,
                links,
                seen,
                notes,
                from.firstHeardAt(),
                lastHeardAt);
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
