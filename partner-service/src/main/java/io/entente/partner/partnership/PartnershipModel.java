package io.entente.partner.partnership;

/** How money moves between the firm and a partner. The values are the partnership models of the program guide. */
public enum PartnershipModel {
    REFERRAL,
    SUBCONTRACTING,
    ALLIANCE,
    TECHNOLOGY,
    CHANNEL
}
