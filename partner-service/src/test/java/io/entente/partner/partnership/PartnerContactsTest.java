package io.entente.partner.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.partner.partnership.PartnerEvent.PartnerContactAdded;
import io.entente.partner.partnership.PartnerEvent.PartnerContactDeparted;
import io.entente.partner.partnership.PartnerEvent.PartnerRecordChanged;
import io.entente.partner.partnership.commands.ActivatePartner;
import io.entente.partner.partnership.commands.AddContact;
import io.entente.partner.partnership.commands.ChangeContact;
import io.entente.partner.partnership.commands.ChangeTeam;
import io.entente.partner.partnership.commands.DeclinePartner;
import io.entente.partner.partnership.commands.DepartContact;
import io.entente.partner.partnership.commands.EditPartner;
import io.entente.partner.partnership.commands.StartReview;
import io.entente.partner.partnership.details.ContactLevel;
import io.entente.partner.partnership.details.Departure;
import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.details.PartnerRisk;
import io.entente.partner.partnership.details.Positioning;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerContactsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T07:00:00Z");
    private static final Actor MANAGER = new Actor("user:pm-9");

    private final Partner applied = Partner.apply(
                    new PartnerId("par_9"),
                    new RegisterPartner(
                            "Kestrel Tax",
                            PartnershipModel.REFERRAL,
                            Tier.ACTIVE,
                            "DE",
                            ZoneId.of("Europe/Berlin"),
                            "de",
                            List.of(new Contact("Jana", "jana@kestrel.example", "Inhaberin"))),
                    MANAGER,
                    NOW)
            .state();
    private final Partner active = after(applied, new ActivatePartner(null)).state();

    @Test
    void a_contact_that_was_registered_is_numbered_and_keeps_its_number() {
        Partner two = after(active, new AddContact(contact("con_x", ContactLevel.DELIVERY)))
                .state();

        assertThat(two.application().contacts()).extracting(Contact::id).containsExactly("con_1", "con_x");
        Partner one = after(two, new DepartContact("con_1")).state();
        assertThat(one.application().contacts()).extracting(Contact::id).containsExactly("con_x");
    }

    @Test
    void a_partner_in_the_program_shows_its_risks_and_an_applicant_none() {
        assertThat(applied.risks()).isEmpty();
        assertThat(active.risks())
                .containsExactly(
                        PartnerRisk.SINGLE_CONTACT,
                        PartnerRisk.NO_EXECUTIVE_SPONSOR,
                        PartnerRisk.NO_DELIVERY,
                        PartnerRisk.NO_ACCOUNT_MANAGER);
        Partner two = after(active, new AddContact(contact("con_x", ContactLevel.DELIVERY)))
                .state();
        assertThat(two.risks()).containsExactly(PartnerRisk.NO_EXECUTIVE_SPONSOR, PartnerRisk.NO_ACCOUNT_MANAGER);
        Partner three = after(two, new ChangeContact(contact("con_1", ContactLevel.EXECUTIVE_SPONSOR)))
                .state();
        assertThat(three.risks()).containsExactly(PartnerRisk.NO_ACCOUNT_MANAGER);
        Partner nobody = after(active, new DepartContact("con_1")).state();
        assertThat(nobody.risks()).startsWith(PartnerRisk.NO_CONTACT);
    }

    @Test
    void adding_the_same_contact_again_changes_nothing_and_more_than_the_maximum_is_refused() {
        Change<Partner, PartnerEvent> added = after(active, new AddContact(contact("con_x", null)));

        assertThat(added.events()).containsExactly(new PartnerContactAdded(MANAGER, "con_x", null));
        assertThat(after(added.state(), new AddContact(contact("con_x", null))).isNothing())
                .isTrue();
        Partner full = active;
        for (int i = 1; i < AddContact.MAX_PER_PARTNER; i++) {
            full = after(full, new AddContact(contact("con_y" + i, null))).state();
        }
        assertThat(new AddContact(contact("con_z", null))
                        .applyTo(full, MANAGER, NOW)
                        .rejection())
                .hasValue("The partner has 20 contacts, which is the maximum.");
    }

    @Test
    void the_record_names_who_is_responsible_or_else_the_account_manager_of_the_team_is() {
        assertThat(active.owner()).isEmpty();
        Partner managed = after(
                        active,
                        new ChangeTeam(List.of(
                                new TeamMember("delivery-lead", "user:dl-3", null, null, null),
                                new TeamMember("account-manager", "user:am-5", null, null, null))))
                .state();
        assertThat(managed.owner()).hasValue("user:am-5");
        PartnerDetails owned =
                new PartnerDetails(null, null, List.of(), List.of(), List.of(), null, null, List.of(), "user:pm-2");
        Partner named = after(managed, new EditPartner("Kestrel Tax", "DE", ZoneId.of("Europe/Berlin"), "de", owned))
                .state();
        assertThat(named.owner()).hasValue("user:pm-2");
    }

    @Test
    void an_erased_contact_departs_in_any_status_and_even_its_role_is_gone() {
        Partner declined = after(
                        after(applied, new StartReview()).state(), new DeclinePartner("Too few clients.", null))
                .state();

        Change<Partner, PartnerEvent> erased = declined.eraseContact("con_1", MANAGER, NOW);

        assertThat(erased.events()).containsExactly(new PartnerContactDeparted(MANAGER, "con_1", null));
        assertThat(erased.state().application().contacts()).isEmpty();
        assertThat(erased.state().departures())
                .extracting(Departure::contactId, Departure::role)
                .containsExactly(tuple("con_1", "erased"));
        assertThat(erased.state().knows("con_1")).isTrue();
        assertThat(erased.state().eraseContact("con_1", MANAGER, NOW).isNothing())
                .isTrue();
        assertThat(declined.eraseContact("con_2", MANAGER, NOW).state()).isSameAs(declined);
    }

    @Test
    void the_role_of_a_contact_that_has_left_before_is_erased_without_another_event() {
        Partner left = after(active, new DepartContact("con_1")).state();

        Change<Partner, PartnerEvent> erased = left.eraseContact("con_1", MANAGER, NOW);

        assertThat(erased.events()).isEmpty();
        assertThat(erased.state().version()).isEqualTo(left.version() + 1);
        assertThat(erased.state().departures()).extracting(Departure::role).containsExactly("erased");
    }

    @Test
    void a_departure_is_an_event_and_leaves_no_name() {
        Partner two = after(active, new AddContact(contact("con_x", ContactLevel.DELIVERY)))
                .state();

        Change<Partner, PartnerEvent> departed = after(two, new DepartContact("con_x"));

        assertThat(departed.events())
                .containsExactly(new PartnerContactDeparted(MANAGER, "con_x", ContactLevel.DELIVERY));
        assertThat(departed.state().departures())
                .containsExactly(new Departure("con_x", "Teamleiter", ContactLevel.DELIVERY, NOW, "user:pm-9"));
        assertThat(departed.state().contact("con_x")).isEmpty();
        assertThat(after(departed.state(), new DepartContact("con_x")).isNothing())
                .isTrue();
    }

    @Test
    void an_edit_names_what_it_changed_and_a_repeated_one_changes_nothing() {
        EditPartner edit = new EditPartner(
                "Kestrel Tax",
                "AT",
                ZoneId.of("Europe/Berlin"),
                "de",
                new PartnerDetails(
                        "kestrel.example",
                        null,
                        List.of("DE", "AT"),
                        List.of(),
                        List.of("tax advice"),
                        null,
                        Positioning.SPECIALIST,
                        List.of("de"),
                        "user:pm-9"));

        Change<Partner, PartnerEvent> edited = after(active, edit);

        assertThat(edited.events())
                .containsExactly(new PartnerRecordChanged(
                        MANAGER,
                        List.of("country", "domain", "territory", "services", "positioning", "languages", "owner")));
        assertThat(edited.state().version()).isEqualTo(active.version() + 1);
        assertThat(after(edited.state(), edit).isNothing()).isTrue();
        assertThat(edited.state().erase(NOW).state().toString()).doesNotContain("kestrel");
    }

    private static Contact contact(String id, @Nullable ContactLevel level) {
        return new Contact(id, "Ole", "ole@kestrel.example", "Teamleiter", level, "en", null);
    }

    private static Change<Partner, PartnerEvent> after(Partner partner, PartnerCommand command) {
        return command.applyTo(partner, MANAGER, NOW).orElseThrow();
    }
}
