package io.entente.commission.plans;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;

/** The partners to which a plan applies. A partner must match all three sets; an empty set matches every partner. */
public record Audience(Set<Tier> tiers, Set<PartnershipModel> models, Set<PartnerId> partnerIds) {

    public static final Audience ALL = new Audience(Set.of(), Set.of(), Set.of());

    public Audience {
        tiers = Set.copyOf(tiers);
        models = Set.copyOf(models);
        partnerIds = Set.copyOf(partnerIds);
    }

    public Specificity specificity() {
        if (!partnerIds.isEmpty()) {
            return Specificity.PARTNER;
        }
        if (!tiers.isEmpty() && !models.isEmpty()) {
            return Specificity.MODEL_AND_TIER;
        }
        if (!tiers.isEmpty()) {
            return Specificity.TIER;
        }
        return models.isEmpty() ? Specificity.ALL : Specificity.MODEL;
    }

    /** Whether a partner belongs to it on a day. */
    public boolean includes(PartnerProfile partner, LocalDate day) {
        return fits(tiers, partner.tierOn(day)) && includesApartFromTier(partner);
    }

    /** Whether a partner belongs to it on some day. */
    public boolean includesOnSomeDay(PartnerProfile partner) {
        return (tiers.isEmpty() || !Collections.disjoint(tiers, partner.tiers().all()))
                && includesApartFromTier(partner);
    }

    private boolean includesApartFromTier(PartnerProfile partner) {
        return fits(models, partner.model()) && fits(partnerIds, partner.id());
    }

    /** Whether a partner could belong to both audiences. */
    public boolean intersects(Audience other) {
        return meet(tiers, other.tiers) && meet(models, other.models) && meet(partnerIds, other.partnerIds);
    }

    private static <T> boolean fits(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static <T> boolean meet(Set<T> some, Set<T> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }
}
