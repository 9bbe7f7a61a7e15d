package io.entente.partner.partnership;

/** What happens to a partner. */
public sealed interface PartnerEvent {

    /** It has applied to the program. */
    record PartnerApplied() implements PartnerEvent {}

    /** It may refer clients from now on. */
    record PartnerActivated() implements PartnerEvent {}
}
