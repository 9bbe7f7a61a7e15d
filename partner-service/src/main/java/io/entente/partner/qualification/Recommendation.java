package io.entente.partner.qualification;

/** What the figures speak for. A person decides. */
public enum Recommendation {
    /** Something that the policy asks for isn't known. */
    FIND_OUT_MORE,
    /** The score is high enough, but something speaks against the partnership. */
    TALK_ABOUT_RED_FLAGS,
    APPROVE,
    DECLINE
}
