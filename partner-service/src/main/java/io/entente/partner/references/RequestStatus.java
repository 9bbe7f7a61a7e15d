package io.entente.partner.references;

/** What has become of a request for a reference. */
public enum RequestStatus {
    /** The referee has the link. */
    ASKED,
    /** The answer counts in the qualification of the partner. */
    ANSWERED,
    /** The referee hasn't answered in time. */
    EXPIRED,
    /** The firm doesn't want the answer any more. */
    WITHDRAWN
}
