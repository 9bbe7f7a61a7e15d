package io.entente.commission.partners;

/** How money moves between the firm and a partner: the program guide's partnership models. */
public enum PartnershipModel {
    REFERRAL,
    SUBCONTRACTING,
    ALLIANCE,
    TECHNOLOGY,
    CHANNEL
}
