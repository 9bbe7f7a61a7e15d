package io.entente.platform.security.members.web;

import io.entente.platform.security.members.TenantMembers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of {@code partner.members.v1} that decide about requests. */
record MembersPublished(String partnerId, List<Member> members, long version) {

    /** @param actor as it is in the actors of events */
    record Member(String actor, List<String> rights) {}

    TenantMembers toMembers() {
        return new TenantMembers(
                partnerId,
                version,
                members.stream()
                        .collect(Collectors.toMap(
                                Member::actor, member -> Set.copyOf(member.rights()), (one, same) -> one)));
    }
}
