package io.entente.referral.attribution.web;

import io.entente.platform.domain.Page;
import io.entente.platform.web.access.Tenant;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.IntroductionAuthors;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Leaves the conflicts that a caller may see: those to which its partner is a party and, if it sees its own referrals only, those of
 * referrals that it has submitted.
 */
@Component
class OwnConflicts {

    private final IntroductionAuthors authors;

    OwnConflicts(IntroductionAuthors authors) {
        this.authors = authors;
    }

    boolean covers(Tenant tenant, ConflictCase conflict) {
        String partner = tenant.partnerId();
        return (partner == null || conflict.isParty(partner))
                && !among(List.of(conflict), tenant).isEmpty();
    }

    /** The page without the conflicts of others. It can have fewer entries than were asked for, also if there is another page. */
    Page<ConflictCase> of(Tenant tenant, Page<ConflictCase> page) {
        return new Page<>(among(page.items(), tenant), page.next());
    }

    private List<ConflictCase> among(List<ConflictCase> conflicts, Tenant tenant) {
        String author = tenant.author();
        if (author == null) {
            return conflicts;
        }
        Set<String> own = authors.submittedBy(
                author,
                conflicts.stream()
                        .flatMap(conflict -> Stream.of(conflict.holder(), conflict.challenger()))
                        .map(Introduction::referralId)
                        .toList());
        return conflicts.stream()
                .filter(conflict -> own.stream().anyMatch(conflict::isOfReferral))
                .toList();
    }
}
