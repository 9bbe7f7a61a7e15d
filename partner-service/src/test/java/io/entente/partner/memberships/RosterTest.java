package io.entente.partner.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.memberships.MembershipEvent.MemberJoined;
import io.entente.partner.memberships.MembershipEvent.MemberRevoked;
import io.entente.partner.memberships.MembershipEvent.MemberRightsChanged;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.links.OneTimeLink;
import io.entente.platform.domain.lists.SortOrder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final PartnerId PARTNER = new PartnerId("par_7");
    private static final Actor FIRM = new Actor("user:pm-3");
    private static final Actor ANA = Actor.partner("par_7", "ana-1");
    private static final Actor BEN = Actor.partner("par_7", "ben-2");
    private static final Instant NOW = Instant.parse("2026-05-04T08:30:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(14));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OneTimeLink anasLink = OneTimeLink.to("mem_1", RANDOM);
    private final OneTimeLink bensLink = OneTimeLink.to("mem_2", RANDOM);

    @Test
    void a_link_opens_its_invitation_once_and_until_it_expires() {
        Roster roster = invited(Set.of(Right.MANAGE_MEMBERS));

        assertThat(roster.offered(anasLink, NOW)).isPresent();
        assertThat(roster.offered(anasLink, UNTIL)).isEmpty();
        assertThat(roster.offered(OneTimeLink.to("mem_1", RANDOM), NOW)).isEmpty();
        Roster joined = joined(roster, anasLink, ANA);
        assertThat(joined.active(ANA)).map(Member::id).contains("mem_1");
        assertThat(joined.accept(anasLink, BEN, NOW)).isEmpty();
    }

    @Test
    void a_new_link_makes_the_one_before_invalid() {
        Roster roster = invited(Set.of());
        OneTimeLink second = OneTimeLink.to("mem_1", RANDOM);

        Roster again = allowed(roster.inviteAgain(member(roster, "mem_1"), second, FIRM, NOW.plusSeconds(9), UNTIL));

        assertThat(again.offered(anasLink, NOW.plusSeconds(10))).isEmpty();
        assertThat(again.offered(second, NOW.plusSeconds(10))).isPresent();
    }

    @Test
    void an_erased_member_is_revoked_and_removed_and_so_is_a_revoked_one() {
        Roster joined = joined(invited(Set.of(Right.MANAGE_MEMBERS)), anasLink, ANA);

        Change<Roster, MembershipEvent> erased = joined.erase("mem_1", FIRM, NOW);

        assertThat(erased.state().members()).isEmpty();
        assertThat(erased.state().version()).isEqualTo(joined.version() + 1);
        assertThat(erased.events()).singleElement().satisfies(event -> assertThat(event)
                .isInstanceOf(MembershipEvent.MemberRevoked.class));
        Roster revoked = allowed(joined.revoke(member(joined, "mem_1"), FIRM, NOW));
        assertThat(revoked.erase("mem_1", FIRM, NOW).events()).isEmpty();
        assertThat(revoked.erase("mem_1", FIRM, NOW).state().members()).isEmpty();
        assertThat(joined.erase("mem_9", FIRM, NOW).state()).isSameAs(joined);
    }

    @Test
    void the_text_of_a_link_is_read_and_its_secret_is_not_shown() {
        assertThat(OneTimeLink.read(anasLink.text())).contains(anasLink);
        assertThat(OneTimeLink.read("mem_1." + "a".repeat(42))).isEmpty();
        assertThat(anasLink.toString()).doesNotContain(anasLink.secret());
        assertThat(invited(Set.of()).toString()).doesNotContain("Ana Lim").doesNotContain("ana@");
    }

    @Test
    void a_member_gives_the_rights_that_it_has_and_the_firm_all() {
        Roster roster = joined(invited(Set.of(Right.MANAGE_MEMBERS, Right.SUBMIT_REFERRALS)), anasLink, ANA);

        assertThat(roster.refusal(ANA, Set.of(Right.SUBMIT_REFERRALS))).isEmpty();
        assertThat(roster.refusal(ANA, Set.of(Right.SUBMIT_REFERRALS, Right.CHANGE_BANK_ACCOUNT)))
                .contains("You can't give CHANGE_BANK_ACCOUNT, because you don't have it.");
        assertThat(roster.refusal(BEN, Set.of())).isPresent();
        assertThat(roster.refusal(FIRM, Set.of(Right.values()))).isEmpty();
    }

    @Test
    void an_invitation_gives_nothing_that_its_inviter_has_lost_since() {
        Set<Right> rights = Set.of(Right.MANAGE_MEMBERS, Right.SEE_COMMISSIONS);
        Roster waiting = allowed(joined(invited(rights), anasLink, ANA)
                .invite(invite(Set.of(Right.SEE_COMMISSIONS)), bensLink, ANA, NOW, UNTIL));
        assertThat(joined(waiting, bensLink, BEN).active(BEN)).isPresent();
        Member ana = member(waiting, "mem_1");

        for (Roster lost : List.of(
                allowed(waiting.revoke(ana, FIRM, NOW)),
                allowed(waiting.changeRights(ana, Set.of(Right.SEE_COMMISSIONS), FIRM)),
                allowed(waiting.changeRights(ana, Set.of(Right.MANAGE_MEMBERS), FIRM)),
                waiting.erase("mem_1", FIRM, NOW).state())) {
            assertThat(lost.accept(bensLink, BEN, NOW).orElseThrow().rejection())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("Ask for another invitation"));
            Roster vouched = allowed(lost.inviteAgain(member(lost, "mem_2"), bensLink, FIRM, NOW, UNTIL));
            assertThat(joined(vouched, bensLink, BEN).active(BEN)).isPresent();
        }
    }

    @Test
    void somebody_who_was_removed_comes_back_only_by_an_invitation_made_afterwards() {
        Set<Right> rights = Set.of(Right.MANAGE_MEMBERS, Right.SEE_COMMISSIONS);
        Roster roster = joined(invited(rights), anasLink, ANA);
        OneTimeLink byAna = OneTimeLink.to("mem_3", RANDOM);
        OneTimeLink byFirm = OneTimeLink.to("mem_4", RANDOM);
        Roster waiting = allowed(allowed(roster.invite(invite(rights), byAna, ANA, NOW, UNTIL))
                .invite(invite(rights), byFirm, FIRM, NOW, UNTIL));
        Member ana = member(waiting, "mem_1");
        Instant later = NOW.plusSeconds(60);

        for (Roster removed : List.of(
                allowed(waiting.revoke(ana, FIRM, later)),
                waiting.erase("mem_1", FIRM, later).state())) {
            for (OneTimeLink kept : List.of(byAna, byFirm)) {
                assertThat(removed.accept(kept, Actor.partner("par_7", "ANA-1"), later)
                                .orElseThrow()
                                .isAllowed())
                        .isFalse();
            }
            assertThat(joined(removed, byFirm, BEN).active(BEN)).isPresent();
            OneTimeLink afterwards = OneTimeLink.to("mem_5", RANDOM);
            Roster again = allowed(removed.invite(invite(rights), afterwards, FIRM, later.plusSeconds(1), UNTIL));
            Roster back =
                    allowed(again.accept(afterwards, ANA, later.plusSeconds(2)).orElseThrow());
            assertThat(back.active(ANA)).isPresent();
            assertThat(back.accept(byAna, BEN, later.plusSeconds(3))
                            .orElseThrow()
                            .isAllowed())
                    .as("what Ana gave before she was removed")
                    .isFalse();
        }
    }

    @Test
    void a_departure_is_forgotten_when_no_older_invitation_is_open() {
        Roster roster = joined(invited(Set.of(Right.MANAGE_MEMBERS)), anasLink, ANA);
        assertThat(roster.erase("mem_1", FIRM, NOW).state().departures()).isEmpty();

        Roster waiting = allowed(roster.invite(invite(Set.of()), bensLink, FIRM, NOW, UNTIL));
        Roster erased = waiting.erase("mem_1", FIRM, NOW.plusSeconds(1)).state();
        assertThat(erased.departures()).singleElement().satisfies(departure -> assertThat(departure.subject())
                .hasSize(64));
        assertThat(allowed(erased.revoke(member(erased, "mem_2"), FIRM, UNTIL)).departures())
                .isEmpty();
    }

    @Test
    void an_invitation_that_nobody_answers_for_opens_nothing() {
        Member ofOldVersion = new Member(
                "mem_1",
                1,
                "Ana Lim",
                "ana@harbour.example",
                Set.of(),
                MemberState.INVITED,
                NOW,
                null,
                UNTIL,
                anasLink.hash(),
                null,
                null,
                null);
        Roster roster = new Roster(PARTNER, 1, List.of(ofOldVersion), List.of());

        assertThat(roster.accept(anasLink, ANA, NOW).orElseThrow().isAllowed()).isFalse();
    }

    @Test
    void who_changes_the_rights_of_an_invitation_answers_for_them() {
        Roster waiting = allowed(joined(invited(Set.of(Right.MANAGE_MEMBERS)), anasLink, ANA)
                .invite(invite(Set.of()), bensLink, ANA, NOW, UNTIL));

        Roster byFirm = allowed(waiting.changeRights(member(waiting, "mem_2"), Set.of(Right.SEE_COMMISSIONS), FIRM));

        assertThat(joined(byFirm, bensLink, BEN).active(BEN)).isPresent();
        Roster withoutAna = allowed(byFirm.revoke(member(byFirm, "mem_1"), FIRM, NOW));
        assertThat(joined(withoutAna, bensLink, BEN).active(BEN)).isPresent();
    }

    @Test
    void the_last_one_who_manages_members_does_not_remove_itself_but_the_firm_may() {
        Roster roster = joined(invited(Set.of(Right.MANAGE_MEMBERS)), anasLink, ANA);
        Member ana = member(roster, "mem_1");

        assertThat(roster.revoke(ana, ANA, NOW).isAllowed()).isFalse();
        assertThat(roster.changeRights(ana, Set.of(), ANA).isAllowed()).isFalse();
        assertThat(roster.revoke(ana, FIRM, NOW).isAllowed()).isTrue();

        Roster two = joined(
                allowed(roster.invite(invite(Set.of(Right.MANAGE_MEMBERS)), bensLink, ANA, NOW, UNTIL)), bensLink, BEN);
        assertThat(two.revoke(member(two, "mem_1"), ANA, NOW).isAllowed()).isTrue();
    }

    @Test
    void each_change_has_one_event_and_a_repetition_none() {
        Roster roster = invited(Set.of());
        assertThat(roster.accept(anasLink, ANA, NOW).orElseThrow().orElseThrow().events())
                .singleElement()
                .isInstanceOf(MemberJoined.class);
        Roster joined = joined(roster, anasLink, ANA);
        var changed = joined.changeRights(member(joined, "mem_1"), Set.of(Right.SEE_COMMISSIONS), FIRM)
                .orElseThrow();
        assertThat(changed.events()).singleElement().isInstanceOf(MemberRightsChanged.class);
        assertThat(changed.state()
                        .changeRights(member(changed.state(), "mem_1"), Set.of(Right.SEE_COMMISSIONS), FIRM)
                        .orElseThrow()
                        .isNothing())
                .isTrue();
        var revoked = joined.revoke(member(joined, "mem_1"), FIRM, NOW).orElseThrow();
        assertThat(revoked.events()).singleElement().isInstanceOf(MemberRevoked.class);
        assertThat(member(revoked.state(), "mem_1").version()).isEqualTo(3);
        assertThat(revoked.state().active(ANA)).isEmpty();
        assertThat(revoked.state()
                        .revoke(member(revoked.state(), "mem_1"), FIRM, NOW)
                        .orElseThrow()
                        .isNothing())
                .isTrue();
    }

    @Test
    void a_full_roster_drops_its_oldest_revoked_member_only() {
        Roster roster = invited(Set.of());
        for (int i = 2; i <= Roster.MAX_MEMBERS; i++) {
            roster = allowed(roster.invite(invite(Set.of()), OneTimeLink.to("mem_" + i, RANDOM), FIRM, NOW, UNTIL));
        }
        OneTimeLink more = OneTimeLink.to("mem_x", RANDOM);
        assertThat(roster.invite(invite(Set.of()), more, FIRM, NOW, UNTIL).isAllowed())
                .isFalse();

        Roster revoked = allowed(roster.revoke(member(roster, "mem_5"), FIRM, NOW));
        Roster after = allowed(revoked.invite(invite(Set.of()), more, FIRM, NOW, UNTIL));

        assertThat(after.members()).hasSize(Roster.MAX_MEMBERS);
        assertThat(after.member("mem_5")).isEmpty();
    }

    @Test
    void members_are_found_by_the_beginnings_of_words() {
        Roster roster = invited(Set.of(Right.MANAGE_MEMBERS));
        SortOrder byName = new SortOrder(MemberFilter.NAME, false);

        assertThat(new MemberFilter("LIM an", List.of(), null, byName).of(roster))
                .hasSize(1);
        assertThat(new MemberFilter("im", List.of(), null, byName).of(roster)).isEmpty();
        assertThat(new MemberFilter(null, List.of(MemberState.ACTIVE), null, byName).of(roster))
                .isEmpty();
        assertThat(new MemberFilter(null, List.of(), Right.MANAGE_MEMBERS, byName).of(roster))
                .hasSize(1);
        assertThat(new MemberFilter(null, List.of(), Right.SEE_COMMISSIONS, byName).of(roster))
                .isEmpty();
    }

    private Roster invited(Set<Right> rights) {
        return Roster.open(PARTNER, invite(rights), anasLink, FIRM, NOW, UNTIL).state();
    }

    private static Invite invite(Set<Right> rights) {
        return new Invite("Ana Lim", "ana@harbour.example", rights);
    }

    private static Roster joined(Roster roster, OneTimeLink link, Actor by) {
        return allowed(roster.accept(link, by, NOW).orElseThrow());
    }

    private static Member member(Roster roster, String id) {
        return roster.member(id).orElseThrow();
    }

    private static Roster allowed(Decision<Change<Roster, MembershipEvent>> decision) {
        return decision.orElseThrow().state();
    }
}
