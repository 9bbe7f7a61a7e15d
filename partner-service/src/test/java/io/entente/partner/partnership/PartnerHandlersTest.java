package io.entente.partner.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.partner.partnership.PartnerEvent.PartnerActivated;
import io.entente.partner.partnership.PartnerEvent.PartnerApplied;
import io.entente.partner.partnership.RegisterPartnerHandler.Registration;
import io.entente.partner.partnership.RegisterPartnerHandler.Registration.AlreadyRegistered;
import io.entente.partner.partnership.RegisterPartnerHandler.Registration.Registered;
import io.entente.partner.partnership.commands.ActivatePartner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnerHandlersTest {

    private static final Actor MANAGER = new Actor("user:u-1");
    private static final PartnerId ID = new PartnerId("par_1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private final InMemoryPartners partners = new InMemoryPartners();
    private final RegisterPartnerHandler register = new RegisterPartnerHandler(partners, CLOCK);
    private final PartnerCommandHandler commands = new PartnerCommandHandler(partners, CLOCK);

    @Test
    void a_registered_partner_is_stored_with_its_event_and_receipt() {
        assertThat(register("Brightwater")).isInstanceOf(Registered.class);

        assertThat(partners.find(ID).orElseThrow().status()).isEqualTo(PartnerStatus.APPLIED);
        assertThat(partners.receipt(ID)).contains(new Receipt("Brightwater", "APPLIED"));
        assertThat(partners.published()).containsExactly(new PartnerApplied(MANAGER));
    }

    @Test
    void a_repeated_registration_changes_nothing_and_returns_the_first_receipt() {
        register("Brightwater");

        assertThat(register("Other")).isEqualTo(new AlreadyRegistered(new Receipt("Brightwater", "APPLIED")));
        assertThat(partners.published()).hasSize(1);
    }

    @Test
    void an_activated_partner_is_stored_with_its_event() {
        register("Brightwater");

        Partner activated = commands.handle(ID, new ActivatePartner(null), MANAGER, partner -> {})
                .orElseThrow()
                .orElseThrow();

        assertThat(activated.status()).isEqualTo(PartnerStatus.ACTIVE);
        assertThat(partners.find(ID)).contains(activated);
        assertThat(partners.published())
                .containsExactly(new PartnerApplied(MANAGER), new PartnerActivated(MANAGER, true, null));
    }

    @Test
    void a_failed_precondition_leaves_the_partner_as_it_is() {
        register("Brightwater");

        assertThatThrownBy(() -> commands.handle(ID, new ActivatePartner(null), MANAGER, partner -> {
                    throw new IllegalStateException("version " + partner.version());
                }))
                .hasMessage("version 1");
        assertThat(partners.find(ID).orElseThrow().status()).isEqualTo(PartnerStatus.APPLIED);
    }

    @Test
    void an_unknown_partner_cannot_be_activated() {
        assertThat(commands.handle(ID, new ActivatePartner(null), MANAGER, partner -> {}))
                .isEmpty();
    }

    private Registration register(String name) {
        RegisterPartner command = new RegisterPartner(
                name,
                PartnershipModel.REFERRAL,
                Tier.ACTIVE,
                "MY",
                ZoneId.of("Asia/Kuala_Lumpur"),
                "ms",
                List.of(new Contact("Aisyah", "aisyah@brightwater.example", "Director")));
        return register.handle(
                ID,
                command,
                MANAGER,
                partner -> new Receipt(name, partner.status().name()));
    }
}
