package io.entente.partner.partnership.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What could end a partnership although nobody wants it to end. */
public enum PartnerRisk {
    /** Nobody is known at the partner. */
    NO_CONTACT,
    /** The departure of one person would end the relationship. */
    SINGLE_CONTACT,
    NO_EXECUTIVE_SPONSOR,
    NO_DELIVERY,
    NO_ACCOUNT_MANAGER;

    /**
     * The risks of a partner.
     *
     * @param contacts how many people are known at the partner
     * @param levels the levels that they are on
     */
    public static List<PartnerRisk> of(int contacts, Set<ContactLevel> levels) {
        List<PartnerRisk> risks = new ArrayList<>();
        if (contacts < 2) {
            risks.add(contacts == 0 ? NO_CONTACT : SINGLE_CONTACT);
        }
        if (!levels.contains(ContactLevel.EXECUTIVE_SPONSOR)) {
            risks.add(NO_EXECUTIVE_SPONSOR);
        }
        if (!levels.contains(ContactLevel.DELIVERY)) {
            risks.add(NO_DELIVERY);
        }
        if (!levels.contains(ContactLevel.ACCOUNT_MANAGER)) {
            risks.add(NO_ACCOUNT_MANAGER);
        }
        return risks;
    }
}
