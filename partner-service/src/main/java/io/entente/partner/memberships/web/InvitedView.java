package io.entente.partner.memberships.web;

/**
 * A new invitation. The link is in this answer and nowhere else.
 *
 * @param link what the person opens after it has signed in
 */
record InvitedView(String link, MemberView member) {

    /** Leaves out the link, because this may end up in a log. */
    @Override
    public String toString() {
        return "InvitedView[%s]".formatted(member.id());
    }
}
