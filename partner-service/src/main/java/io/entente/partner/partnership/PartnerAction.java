package io.entente.partner.partnership;

/** The commands on a partner, by their names in the API's paths. */
public enum PartnerAction {
    START_REVIEW("start-review"),
    REQUEST_INFORMATION("request-information"),
    PROVIDE_INFORMATION("provide-information"),
    APPROVE("approve"),
    DECLINE("decline"),
    START_ONBOARDING("start-onboarding"),
    /** What the policy requires of the onboarding is done. The program gives this command. */
    COMPLETE_ONBOARDING("complete-onboarding"),
    /** Activates a partner without an onboarding, or before it is complete. */
    ACTIVATE("activate"),
    PAUSE("pause"),
    RESUME("resume"),
    DEACTIVATE("deactivate"),
    /** Ends a record that is about the same company as another one. */
    MERGE("merge"),
    /** Changes the record of the partner: who looks after it, and what is known of it. */
    CHANGE("change");

    private final String path;

    PartnerAction(String path) {
        this.path = path;
    }

    /** The command's name in the API, such as {@code start-review}. */
    public String path() {
        return path;
    }

    /** Whether people give the command by its path. */
    boolean isOfPeople() {
        return this != COMPLETE_ONBOARDING && this != CHANGE;
    }
}
