package io.entente.referral.program;

/** The purpose for which a reason is given. */
public enum ReasonUse {
    DECLINE,
    WITHDRAW,
    LOSE,
    REOPEN,
    REVERSE_DEAL
}
