package io.entente.referral.intake;

import io.entente.referral.intake.profiles.ImportProfile.PartnerBy;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the partners that the rows of a page name. Each name is looked up once. */
final class NamedPartners implements Function<String, List<KnownPartner>> {

    private final KnownPartners partners;
    private final PartnerBy by;
    private final Map<String, List<KnownPartner>> found = new HashMap<>();

    NamedPartners(KnownPartners partners, PartnerBy by) {
        this.partners = partners;
        this.by = by;
    }

    /** The partners with a name, at most two, or the partner with an id. */
    @Override
    public List<KnownPartner> apply(String nameOrId) {
        return found.computeIfAbsent(nameOrId, this::lookUp);
    }

    private List<KnownPartner> lookUp(String nameOrId) {
        return switch (by) {
            case NAME -> partners.named(nameOrId);
            case ID -> partners.find(nameOrId).stream().toList();
        };
    }

    boolean isAnyUnknown() {
        return found.containsValue(List.of());
    }
}
