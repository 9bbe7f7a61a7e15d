package io.entente.referral.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.Direction;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Rating;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.SubmitReferral;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithoutContactTest {

    private static final Instant NOW = Instant.parse("2026-04-07T10:00:00Z");
    private static final String NAMED = "Orla Finch decides";
    private static final String LEFT = "[erased] decides";

    private final Referral referral = new ReferralDraft(
                    new ReferralId("ref_4"),
                    new SubmitReferral(
                            "par_4",
                            Direction.INBOUND,
                            new Client(
                                    "Quay",
                                    "quay.example",
                                    "IE",
                                    new Client.Contact("Orla Finch", "orla@quay.example", null)),
                            "Audit",
                            NAMED,
                            NAMED,
                            NAMED,
                            Involvement.STANDARD,
                            null,
                            null,
                            Map.of("budget", NAMED),
                            3L),
                    NOW)
            .version(7)
            .sequence(5)
            .status(ReferralStatus.DECLINED)
            .inquiries(List.of(new Inquiry(NOW, List.of(NAMED), null, NOW, List.of(NAMED))))
            .outcome(new Referral.Outcome(NOW, new Reason("OTHER", NAMED), NAMED))
            .ratings(List.of(new Rating(NOW, 8, null, NAMED)))
            .notes(List.of(new Note("note_1", NOW, "user:u-1", Note.Visibility.INTERNAL, NAMED)))
            .history(List.of(new HistoryEntry(
                    NOW,
                    "referral-declined",
                    "user:u-1",
                    ReferralStatus.DECLINED,
                    false,
                    Map.of("reasonCode", "FINCH", "reason", NAMED, "alternative", NAMED, "questions", NAMED))))
            .referral();

    @Test
    void the_contact_is_gone_from_every_text_and_nothing_else_changes() {
        Referral erased = WithoutContact.of(referral).orElseThrow();

        SubmitReferral introduction = erased.introduction();
        assertThat(introduction.client()).isEqualTo(new Client("Quay", "quay.example", "IE", Client.Contact.ERASED));
        assertThat(List.of(
                        introduction.challenge(),
                        introduction.context(),
                        introduction.promises(),
                        introduction.answers().get("budget"),
                        erased.inquiries().get(0).questions().get(0),
                        erased.inquiries().get(0).answers().get(0),
                        erased.outcome().why().text(),
                        erased.outcome().alternative(),
                        erased.ratings().get(0).comment(),
                        erased.notes().get(0).text()))
                .containsOnly(LEFT);
        assertThat(erased.history().get(0).details())
                .isEqualTo(Map.of("reasonCode", "FINCH", "reason", LEFT, "alternative", LEFT, "questions", LEFT));
        assertThat(erased.version()).isEqualTo(8);
        assertThat(erased.sequence()).isEqualTo(5);
        assertThat(erased.status()).isEqualTo(ReferralStatus.DECLINED);
        assertThat(erased.introduction().checklistVersion()).isEqualTo(3);
    }

    @Test
    void a_contact_that_is_erased_already_changes_nothing() {
        assertThat(WithoutContact.of(WithoutContact.of(referral).orElseThrow())).isEmpty();
    }
}
