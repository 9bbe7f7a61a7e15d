package io.entente.referral.referral;

import io.entente.referral.partners.Direction;

/** What can be done to a referral, in the words of the API's paths, and whose it is to do. */
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
    /** A deal was closed on it. */
    WIN("win", Side.PROGRAM),
    /** Its client is claimed by another referral; it waits for a decision. */
    CONFLICT("conflict", Side.PROGRAM),
    /** Another referral claims its client; it goes on until that is decided. */
    CONTEST("contest", Side.PROGRAM),
    /** The conflict is decided, and the referral goes on. */
    SETTLE("settle", Side.PROGRAM),
    /** The conflict is decided for the other referral. */
    YIELD("yield", Side.PROGRAM);

    private final String path;
    private final Side side;

    CommandName(String path, Side side) {
        this.path = path;
        this.side = side;
    }

    /** Last step of the command's path, {@code request-information}. */
    public String path() {
        return path;
    }

    /** Who gives the command. The firm runs the program and may record for the partner what it hears from it. */
    private enum Side {
        /** To whom the client was introduced: the firm, or outbound the partner. */
        RECEIVER,
        /** Who introduced the client: the partner, or outbound the firm. */
        REFERRER,
        FIRM,
        BOTH,
        /** The program itself: no request. */
        PROGRAM
    }

    /** Whether somebody gives it, and not the program itself. */
    boolean isOfPeople() {
        return side != Side.PROGRAM;
    }

    /** Whether the partner of a referral in this direction may give it. */
    boolean isPartners(Direction direction) {
        return switch (side) {
            case RECEIVER -> direction == Direction.OUTBOUND;
            case REFERRER -> direction == Direction.INBOUND;
            case BOTH -> true;
            case FIRM, PROGRAM -> false;
        };
    }
}
