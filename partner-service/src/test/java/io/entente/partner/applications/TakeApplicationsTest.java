package io.entente.partner.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.applications.policy.ApplicationPolicy;
import io.entente.partner.outside.OutsideMessageWriter;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.links.OneTimeLink;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.secrets.MessageSeal;
import io.entente.platform.secrets.tink.Keysets;
import io.entente.testkit.MovableClock;
import io.entente.testkit.security.TestKeyset;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TakeApplicationsTest {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private final InMemoryApplications stored = new InMemoryApplications();
    private final MessageSeal seal = new MessageSeal(Keysets.read(TestKeyset.json()));
    private final TakeApplications take = new TakeApplications(
            stored,
            new OutsideMessageWriter(seal),
            new PolicyVersions<>(
                    "rules",
                    List.of(
                            new ApplicationPolicy(1, LocalDate.of(2000, 1, 1), 48, 10, 100, Map.of("en", "We store.")),
                            new ApplicationPolicy(2, LocalDate.of(2027, 6, 1), 5, 10, 100, Map.of("en", "Other.")))),
            "https://firm.example/apply/",
            new SecureRandom(),
            ZoneOffset.UTC,
            clock);

    @Test
    void the_mail_has_the_link_and_nothing_that_the_applicant_entered() {
        take.submit("app_1", form("mara@quay.example"), application -> new Receipt("f", "{}"));

        ApplicationEvent.ConfirmationRequested asked = (ApplicationEvent.ConfirmationRequested) stored.events.get(0);
        String[] lines =
                seal.open(asked.message().id(), asked.message().sealed()).split("\n");
        assertThat(lines[0]).isEqualTo("mara@quay.example");
        assertThat(lines[1]).startsWith("https://firm.example/apply/app_1.");
        assertThat(asked.toString()).doesNotContain("mara", "Quay", lines[1]);
        assertThat(asked.message().expiresAt()).isEqualTo(START.plus(Duration.ofHours(48)));
        assertThat(take.find(linkOf(lines[1]))).isPresent();
        assertThat(stored.applications.get("app_1").state()).isEqualTo(ApplicationState.UNCONFIRMED);
    }

    @Test
    void an_application_that_nobody_confirms_ends_after_the_time_of_the_policy_and_is_forgotten_later() {
        OneTimeLink ended = submitted("app_1");
        OneTimeLink confirmed = submitted("app_2");
        assertThat(take.confirm(confirmed).orElseThrow().isAllowed()).isTrue();
        stored.change("app_2", application -> Decision.allowed(application.registered(0)));

        clock.moveTo(START.plus(Duration.ofHours(48)).minusMillis(1));
        take.endDue();
        assertThat(take.find(ended).orElseThrow().state()).isEqualTo(ApplicationState.UNCONFIRMED);
        clock.moveTo(START.plus(Duration.ofHours(48)));
        assertThat(take.confirm(ended).orElseThrow().rejection().orElseThrow()).contains("Apply again");
        take.endDue();
        take.endDue();
        assertThat(take.find(ended).orElseThrow().state()).isEqualTo(ApplicationState.ENDED);
        assertThat(stored.events)
                .filteredOn(ApplicationEvent.ApplicationEnded.class::isInstance)
                .hasSize(1);

        clock.moveTo(START.plus(Duration.ofHours(48)).plus(Duration.ofDays(10)));
        take.endDue();
        assertThat(stored.applications).containsOnlyKeys("app_2");
        clock.moveTo(START.plus(Duration.ofDays(100)));
        assertThat(take.find(confirmed)).isEmpty();
        take.endDue();
        assertThat(stored.applications).isEmpty();
    }

    @Test
    void the_time_is_that_of_the_policy_in_force_on_the_day_of_the_application() {
        clock.moveTo(Instant.parse("2027-06-01T00:00:00Z"));
        submitted("app_3");
        assertThat(stored.applications.get("app_3").until()).isEqualTo(Instant.parse("2027-06-01T05:00:00Z"));
        assertThat(stored.applications.get("app_3").consent().version()).isEqualTo(2);
    }

    private OneTimeLink submitted(String id) {
        take.submit(id, form(id + "@quay.example"), application -> new Receipt("f", "{}"));
        ApplicationEvent.ConfirmationRequested asked =
                (ApplicationEvent.ConfirmationRequested) stored.events.get(stored.events.size() - 1);
        return linkOf(seal.open(asked.message().id(), asked.message().sealed()).split("\n")[1]);
    }

    private static OneTimeLink linkOf(String address) {
        return OneTimeLink.read(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
    }

    private static ApplicationForm form(String email) {
        return new ApplicationForm(
                new RegisterPartner(
                        "Quay & Lake",
                        PartnershipModel.REFERRAL,
                        Tier.REFERRAL_NETWORK,
                        "PT",
                        ZoneId.of("Europe/Lisbon"),
                        "pt",
                        List.of(new Contact("Mara", email, "Sócia"))),
                null,
                null);
    }

    /** Applications in a map, with the events that would be published. */
    private static final class InMemoryApplications implements Applications {

        private final Map<String, PartnerApplication> applications = new LinkedHashMap<>();
        private final Map<String, Receipt> receipts = new LinkedHashMap<>();
        private final List<ApplicationEvent> events = new ArrayList<>();

        @Override
        public Optional<PartnerApplication> find(String id) {
            return Optional.ofNullable(applications.get(id));
        }

        @Override
        public boolean add(Change<PartnerApplication, ApplicationEvent> submitted, Receipt receipt) {
            boolean isNew = receipts.putIfAbsent(submitted.state().id(), receipt) == null;
            if (isNew) {
                store(submitted);
            }
            return isNew;
        }

        @Override
        public Optional<Receipt> receipt(String id) {
            return Optional.ofNullable(receipts.get(id));
        }

        @Override
        public Optional<Decision<PartnerApplication>> change(
                String id,
                Function<PartnerApplication, Decision<Change<PartnerApplication, ApplicationEvent>>> decide) {
            return find(id).map(decide)
                    .map(decision -> decision.map(change -> {
                        store(change);
                        return change.state();
                    }));
        }

        @Override
        public List<PartnerApplication> due(Instant now, int limit) {
            return applications.values().stream()
                    .filter(application -> application.state() != ApplicationState.CONFIRMED)
                    .filter(application -> !application.until().isAfter(now))
                    .sorted(Comparator.comparing(PartnerApplication::until))
                    .limit(limit)
                    .toList();
        }

        @Override
        public void forget(String id, Instant now) {
            applications.remove(id);
        }

        private void store(Change<PartnerApplication, ApplicationEvent> change) {
            applications.put(change.state().id(), change.state());
            events.addAll(change.events());
        }
    }
}
