package io.entente.referral.submission;

/** Where a referral stands. Each state names the commands that it takes, in the words of the API's paths. */
public enum ReferralStatus {
    /** Has come in; the firm hasn't answered. */
    SUBMITTED("accept, decline"),
    /** The firm took it on. */
    ACCEPTED("deals"),
    /** The firm didn't take it on. */
    DECLINED(""),
    /** The firm has spoken with the client. */
    CONTACTED("deals"),
    /** The client bought; it may buy again. */
    WON("deals"),
    /** The client didn't buy. */
    LOST("");

    private final String commands;

    ReferralStatus(String commands) {
        this.commands = commands;
    }

    /** The refusal of a command that this state doesn't take. */
    String refusalOf(String command) {
        String possible = commands.isEmpty() ? "no further command" : commands;
        return "The referral is %s, which doesn't allow %s; it takes: %s.".formatted(this, command, possible);
    }
}
