package io.entente.referral.program;

/** What a reason is given for. */
public enum ReasonUse {
    DECLINE,
    WITHDRAW,
    LOSE,
    REOPEN,
    REVERSE_DEAL
}
