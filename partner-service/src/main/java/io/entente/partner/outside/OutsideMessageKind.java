package io.entente.partner.outside;

/** What somebody outside the program is asked for. */
public enum OutsideMessageKind {
    /** To confirm the e-mail address of an application. */
    APPLICATION_CONFIRMATION,
    /** To say how a partner works. */
    REFERENCE_REQUEST,
    /** The same once more. */
    REFERENCE_REMINDER
}
