package io.entente.referral.referral;

import io.entente.referral.partners.Direction;

/** The commands on a referral, by their names in the API's paths, and who may give them. */
public enum CommandName {
    REVIEW("review", Side.RECEIVER),
    REQUEST_INFORMATION("request-information", Side.RECEIVER),
    PROVIDE_INFORMATION("provide-information", Side.REFERRER),
    ACCEPT("accept", Side.RECEIVER),
    DECLINE("decline", Side.RECEIVER),
    WITHDRAW("withdraw", Side.REFERRER),
    CONTACT("contact", Side.RECEIVER),
    MEETING("meeting", Side.RECEIVER),
    PROPOSAL("proposal", Side.RECEIVER),
    DEALS("deals", Side.RECEIVER),
    REVERSE_DEAL("reverse-deal", Side.RECEIVER),
    CORRECT_DEAL("correct-deal", Side.RECEIVER),
    END_ENGAGEMENT("end-engagement", Side.RECEIVER),
    LOSE("lose", Side.RECEIVER),
    SATISFACTION("satisfaction", Side.RECEIVER),
    REQUEST_EXTENSION("request-extension", Side.REFERRER),
    REFUSE_EXTENSION("refuse-extension", Side.FIRM),
    EXTEND_PROTECTION("extend-protection", Side.FIRM),
    REOPEN("reopen", Side.FIRM),
    CONSENT("consent", Side.BOTH),
    NOTES("notes", Side.BOTH),
    /** The protection of the claim has run out. */
    EXPIRE("expire", Side.PROGRAM),
    /** The protection of the claim is about to run out. */
    REMIND("remind", Side.PROGRAM),
    /** A deal was closed on the referral. */
    WIN("win", Side.PROGRAM),
    /** The last deal of the referral was reversed. */
    UNWIN("unwin", Side.PROGRAM),
    /** Another referral claims the client, so this referral waits for a decision. */
    CONFLICT("conflict", Side.PROGRAM),
    /** Another referral claims the client. This referral continues until the conflict is decided. */
    CONTEST("contest", Side.PROGRAM),
    /** The conflict is decided, and the referral continues. */
    SETTLE("settle", Side.PROGRAM),
    /** The conflict is decided in favour of the other referral. */
    YIELD("yield", Side.PROGRAM);

    private final String path;
    private final Side side;

    CommandName(String path, Side side) {
        this.path = path;
        this.side = side;
    }

    /**
     * The command's name in the API, such as {@code request-information}. It is the last segment of its path, except that
     * {@code correct-deal} has the path {@code deals/{dealId}/correct}.
     */
    public String path() {
        return path;
    }

    /** Who gives the command. The firm may also record for the partner what the partner tells it. */
    private enum Side {
        /** The receiver of the referral: the firm, or the partner if the referral is outbound. */
        RECEIVER,
        /** The sender of the referral: the partner, or the firm if the referral is outbound. */
        REFERRER,
        FIRM,
        BOTH,
        /** The program itself, without a request. */
        PROGRAM
    }

    /** Whether a person gives the command, rather than the program. */
    boolean isOfPeople() {
        return side != Side.PROGRAM;
    }

    /** Whether the command asks for a longer protection of the claim, or answers that. */
    boolean isAboutProtection() {
        return this == REQUEST_EXTENSION || this == REFUSE_EXTENSION || this == EXTEND_PROTECTION;
    }

    /** Whether the partner of a referral with this direction may give the command. */
    boolean isPartners(Direction direction) {
        return switch (side) {
            case RECEIVER -> direction == Direction.OUTBOUND;
            case REFERRER -> direction == Direction.INBOUND;
            case BOTH -> true;
            case FIRM, PROGRAM -> false;
        };
    }
}
