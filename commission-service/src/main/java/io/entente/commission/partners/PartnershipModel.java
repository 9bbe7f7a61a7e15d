package io.entente.commission.partners;

/** How money moves between the firm and a partner, as the program guide defines it. */
public enum PartnershipModel {
    REFERRAL,
    SUBCONTRACTING,
    ALLIANCE,
    TECHNOLOGY,
    CHANNEL
}
