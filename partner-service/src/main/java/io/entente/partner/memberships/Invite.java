package io.entente.partner.memberships;

import java.util.Set;

/** The command to invite a person. The name and the address are the person's, so they are in no event and no log. */
public record Invite(String name, String email, Set<Right> rights) {

    public Invite {
        rights = Set.copyOf(rights);
    }

    @Override
    public String toString() {
        return "Invite[%s]".formatted(rights);
    }
}
