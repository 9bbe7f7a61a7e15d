package io.entente.commission.commissions.selfreferral;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.deals.Client;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.partners.TierHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of partners among clients. The page docs/matching-names.md shows for which pairs of names referral-service finds a conflict. */
class SelfReferralNamesTest {

    private static final Path PAGE = Path.of("..", "docs", "matching-names.md");

    private record Pair(String one, String other, boolean isConflict) {

        private boolean isOwn() {
            return SelfReferralNamesTest.isOwn(one, other);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller Dachbau & Söhne GmbH       | Mueller Dachbau und Soehne GmbH",
                "Bäckerei Schröder                 | Baeckerei Schroeder e.K.",
                "Ökowerk Süd GmbH                  | oekowerk sued",
                "Groß & Weiß OHG                   | gross und weiss",
                "Peña y Hijos S.L.                 | Pena & Hijos Sociedad Limitada",
                "華為技術有限公司                      | 华为技术",
                "Harbour-Pine Advisory             | HARBOURPINE ADVISORY SDN BHD",
            })
    void spellings_of_the_partners_name_are_its_own(String partner, String client) {
        assertThat(isOwn(partner, client)).isTrue();
        assertThat(isOwn(client, partner)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Bauer Bau, Baur Bau", "Ökowerk Süd GmbH, Ökowerk Nord GmbH", "Müller & Söhne, Müller & Töchter"})
    void another_name_is_not(String partner, String client) {
        assertThat(isOwn(partner, client)).isFalse();
    }

    @Test
    void names_that_are_no_conflict_are_no_self_referral_and_most_that_are_one_are() throws IOException {
        List<Pair> conflicts = pairs(true);
        List<Pair> others = pairs(false);

        assertThat(conflicts.size() + others.size()).isGreaterThan(200);
        assertThat(others).filteredOn(Pair::isOwn).isEmpty();
        assertThat(conflicts)
                .as("the rest is only similar: misspellings, initials, words that are left out")
                .filteredOn(Pair::isOwn)
                .hasSizeGreaterThan(conflicts.size() * 4 / 5);
    }

    private static List<Pair> pairs(boolean conflicts) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.endsWith("| yes |") || line.endsWith("| no |"))
                .map(line -> line.split(" *\\| *", -1))
                .map(cells -> new Pair(cells[1], cells[2], cells[4].equals("yes")))
                .filter(pair -> pair.isConflict() == conflicts)
                .toList();
    }

    private static boolean isOwn(String partner, String client) {
        PartnerProfile profile = new PartnerProfile(
                new PartnerId("par_pine"),
                TierHistory.always(Tier.ACTIVE),
                PartnershipModel.REFERRAL,
                1,
                new Addressee(partner, Locale.ENGLISH),
                Set.of());
        return SelfReferrals.evidence(new Client("client.example", client), profile)
                .isPresent();
    }
}
