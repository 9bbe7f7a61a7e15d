package io.entente.platform.security.members;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The persons who act for a tenant. They exist from the first invitation on; nobody else acts for the tenant then.
 *
 * @param version grows with each change
 * @param rights the rights of each member who is active, by the member's actor
 */
public record TenantMembers(String tenant, long version, Map<String, Set<String>> rights) {

    public TenantMembers {
        rights = rights.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, member -> Set.copyOf(member.getValue())));
    }

    /** The rights of a person; empty if it is not an active member. */
    public Optional<Set<String>> rightsOf(String actor) {
        return Optional.ofNullable(rights.get(actor));
    }
}
