package io.entente.commission.partners;

/** Erases what another feature keeps of a partner whose profile has ended. */
public interface PartnerErasure {

    /** Repeating it changes nothing. */
    void erase(PartnerId partner);
}
