package io.entente.partner.applications;

/** How far an application has come before it is a partner's record. */
public enum ApplicationState {
    /** Nobody has confirmed the e-mail address yet. */
    UNCONFIRMED,
    /** The address is confirmed, and the record of the partner is about to be made. */
    CONFIRMED,
    /** The application goes on as a partner's record. Nothing of the form is stored here any more. */
    REGISTERED,
    /** Nobody confirmed the address in time. What the form said is gone. */
    ENDED
}
