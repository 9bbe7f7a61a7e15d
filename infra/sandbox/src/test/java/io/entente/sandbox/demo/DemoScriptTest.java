package io.entente.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.sandbox.demo.DemoData.Partner;
import io.entente.sandbox.demo.DemoReferral.Ending;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoScriptTest {

    private static final int REFERRALS = 40;

    private final DemoData data = DemoData.load();
    private final DemoScript script = DemoScript.write(data);

    @Test
    void the_script_is_always_the_same() {
        assertThat(DemoScript.write(DemoData.load())).isEqualTo(script);
    }

    @Test
    void the_partners_have_all_languages_of_the_program() {
        assertThat(data.partners()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(data.partners()).extracting(Partner::locale).contains("en", "ms", "de", "ja", "es", "pt");
        assertThat(data.partners()).extracting(Partner::name).doesNotHaveDuplicates();
    }

    @Test
    void all_addresses_are_fictitious() {
        Stream<String> contacts = data.partners().stream()
                .flatMap(partner -> partner.contacts().stream())
                .map(contact -> contact.get("email"));
        Stream<String> clients = script.referrals().stream()
                .map(referral -> "contact@" + referral.client().domain());
        assertThat(Stream.concat(contacts, clients)).allMatch(address -> address.endsWith(".example"));
    }

    @Test
    void forty_referrals_have_every_outcome() {
        List<String> rows =
                script.opportunities().subList(1, script.opportunities().size());
        assertThat(script.referrals().size() + rows.size()).isEqualTo(REFERRALS);
        assertThat(script.referrals()).extracting(DemoReferral::ending).contains(Ending.values());
        assertThat(rows).extracting(row -> row.split(",")[4]).contains("Prospecting", "Engaging", "Won", "Lost");
    }

    @Test
    void deals_differ_in_size_currency_and_credit() {
        List<DemoReferral> won = won().toList();
        assertThat(won).extracting(DemoReferral::value).doesNotHaveDuplicates();
        assertThat(won.stream().map(DemoReferral::currency).distinct()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(won).anyMatch(referral -> referral.credit() != null);
        assertThat(won).anyMatch(referral -> referral.credit() == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategic-2024", "strategic-2025", "channel-2025"})
    void every_plan_prices_a_deal(String code) {
        assertThat(won().anyMatch(referral -> {
                    Partner partner = data.partners().get(referral.partner());
                    boolean in2024 = referral.closedOn().getYear() == 2024;
                    return switch (code) {
                        case "strategic-2024" -> partner.tier().equals("STRATEGIC") && in2024;
                        case "strategic-2025" -> partner.tier().equals("STRATEGIC") && !in2024;
                        default -> partner.model().equals("CHANNEL") && !in2024;
                    };
                }))
                .isTrue();
        assertThat(data.plans()).anyMatch(plan -> plan.path("code").asString().equals(code));
    }

    @Test
    void one_deal_is_older_than_all_plans() {
        assertThat(script.opportunities().get(1)).contains(",Won,1999-");
    }

    private Stream<DemoReferral> won() {
        return script.referrals().stream().filter(referral -> referral.ending() == Ending.WON);
    }
}
