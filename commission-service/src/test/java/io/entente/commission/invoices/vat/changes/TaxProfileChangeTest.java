package io.entente.commission.invoices.vat.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.invoices.InvoiceMother;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.changes.TaxProfileChange.State;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent.TaxProfileChangeRequested;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent.TaxProfileChanged;
import io.entente.platform.domain.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxProfileChangeTest {

    private static final Instant LATER = Instant.parse("2026-10-01T09:00:00Z");
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final TaxProfile FIRST =
            InvoiceMother.profile(TaxStatus.SMALL_BUSINESS_EXEMPT, InvoiceMother.german("Pine GmbH"), null);
    private static final TaxProfile SECOND = InvoiceMother.profile(
                    TaxStatus.REGISTERED, InvoiceMother.german("Pine GmbH"), null)
            .next(null, 2);

    @Test
    void the_first_version_applies_at_once_and_is_announced() {
        Change<TaxProfileChange, TaxProfileEvent> entered = TaxProfileChange.enter(FIRST);

        assertThat(entered.state().state()).isEqualTo(State.ENTERED);
        assertThat(entered.state().appliesSince()).isEqualTo(FIRST.changedAt());
        assertThat(entered.events())
                .containsExactly(
                        new TaxProfileChanged(entered.state().fields(), FROM, "finance:u-1", FIRST.changedAt()));
    }

    @Test
    void a_change_waits_and_applies_when_a_different_person_approves_it() {
        Change<TaxProfileChange, TaxProfileEvent> asked = asked();
        assertThat(asked.state().isWaiting()).isTrue();
        assertThat(asked.events())
                .containsExactly(
                        new TaxProfileChangeRequested(List.of("status"), FROM, "finance:u-1", SECOND.changedAt()));

        for (String same : List.of("finance:u-1", "finance:U-1")) {
            assertThat(asked.state().approve(same, LATER).rejection())
                    .contains("A change must be approved by a different person from the one who asked for it.");
        }
        Change<TaxProfileChange, TaxProfileEvent> approved =
                asked.state().approve("finance:u-2", LATER).orElseThrow();
        assertThat(approved.state().state()).isEqualTo(State.APPROVED);
        assertThat(approved.state().appliesSince()).isEqualTo(LATER);
        assertThat(approved.state().revision()).isEqualTo(2);
        assertThat(approved.events())
                .containsExactly(new TaxProfileChanged(List.of("status"), FROM, "finance:u-2", LATER));
        assertThat(approved.state().approve("finance:u-2", LATER).toOptional())
                .as("repeated")
                .contains(Change.nothing(approved.state()));
        assertThat(approved.state().refuse("No.", "finance:u-3", LATER).isAllowed())
                .isFalse();
    }

    @Test
    void the_person_who_asked_can_withdraw_a_change() {
        Change<TaxProfileChange, TaxProfileEvent> withdrawn =
                asked().state().refuse("A typo.", "finance:u-1", LATER).orElseThrow();

        assertThat(withdrawn.state().state()).isEqualTo(State.REFUSED);
        assertThat(withdrawn.state().reason()).isEqualTo("A typo.");
        assertThat(withdrawn.events()).isEmpty();
        assertThat(withdrawn.state().approve("finance:u-2", LATER).isAllowed()).isFalse();
    }

    @Test
    void a_confirmed_vat_id_changes_neither_the_person_who_approved_nor_the_time() {
        TaxProfileChange approved =
                asked().state().approve("finance:u-2", LATER).orElseThrow().state();
        VatIdCheck check = new VatIdCheck(VatIdCheck.Result.VALID, LATER.plusSeconds(60), "WAPI-1");

        Change<TaxProfileChange, TaxProfileEvent> confirmed = approved.confirmed(check, 3);

        assertThat(confirmed.events()).isEmpty();
        assertThat(confirmed.state().profile()).isEqualTo(SECOND.next(check, 3));
        assertThat(confirmed.state().appliesSince()).isEqualTo(LATER);
        assertThat(confirmed.state().decidedBy()).isEqualTo("finance:u-2");
    }

    private static Change<TaxProfileChange, TaxProfileEvent> asked() {
        return TaxProfileChange.enter(FIRST).state().request(SECOND);
    }
}
