package io.entente.referral.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.Policies;
import java.math.BigDecimal;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    private static final Matching MATCHING = Policies.FIRST.matching();

    /** Pairs of names, and whether the program's first policy finds a conflict between them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // name, domain, country                | name, domain, country                        | conflict
                "Brightwater Logistics | -    | MY      | Brightwater Logistic Sdn Bhd | -      | MY   | yes",
                "Brightwater Logistics | -    | MY      | Bright Water Logistics       | -      | MY   | yes",
                "Brightwater Logistics | -    | MY      | Logistics Brightwater        | -      | MY   | yes",
                "Brightwater Logistics | -    | MY      | Brightwater Logistics        | -      | -    | yes",
                "Brightwater Logistics | -    | MY      | Brightwater Logistics        | bw.com | MY   | yes",
                "Brightwater Logistics | a.my | MY      | Brightwater Logistics        | b.com  | MY   | yes",
                "Müller Bau GmbH       | -    | DE      | Mueller Bau                  | -      | DE   | yes",
                "Brightwater Logistics | -    | MY      | Brightwater Logistics        | -      | SG   | no",
                "Brightwater Logistics | -    | MY      | Brightwater Legal            | -      | MY   | no",
                "Brightwater Logistics | -    | MY      | Bluewater Logistics          | -      | MY   | no",
                "Brightwater Logistics | a.my | MY      | Brightwater Logistic         | b.com  | MY   | yes",
                "Area 51               | -    | US      | Area 52                      | -      | US   | no",
                "Client 1234           | -    | DE      | Client 1235                  | -      | DE   | no",
                "Acme                  | -    | US      | Ace                          | -      | US   | no",
                "Deutsche Bank         | -    | DE      | Deutsche Bahn                | -      | DE   | no",
                "テスト                 | -    | JP      | テスラ                        | -      | JP   | no",
            })
    void names_that_may_mean_one_client_are_a_conflict_for_an_operator(
            String a,
            @Nullable String aDomain,
            @Nullable String aCountry,
            String b,
            @Nullable String bDomain,
            @Nullable String bCountry,
            String conflict) {
        Likeness likeness = MATCHING.compare(client(a, aDomain, aCountry), client(b, bDomain, bCountry));

        assertThat(MATCHING.isConflict(likeness))
                .as("score %s", likeness.score())
                .isEqualTo(conflict.equals("yes"));
    }

    @Test
    void the_same_domain_is_the_same_client_regardless_of_its_name() {
        Likeness likeness =
                MATCHING.compare(client("Brightwater", "bw.example", "MY"), client("BW", "bw.example", "MY"));

        assertThat(likeness).isEqualTo(new Likeness(new BigDecimal("1.00"), java.util.List.of("domain", "country")));
        assertThat(likeness.isSameKey()).isTrue();
    }

    @Test
    void a_domain_that_the_policy_calls_generic_identifies_no_client() {
        ClientIdentity client = ClientIdentity.of("Acme", "coworking.example", "DE", Set.of("coworking.example"));

        assertThat(client.key().value()).isEqualTo("acme/DE");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "US, US, -, -, 0.92",
                "US, US, ibm.com, -, 0.92",
                "US, US, ibm.com, ibmachines.example, 0.10",
                "US, -, -, -, 0.10",
                "US, DE, -, -, 0.09",
            })
    void initials_count_only_if_nothing_speaks_against_them(
            String country,
            @Nullable String otherCountry,
            @Nullable String domain,
            @Nullable String other,
            BigDecimal score) {
        Likeness likeness = MATCHING.compare(
                client("IBM", domain, country), client("International Business Machines", other, otherCountry));

        assertThat(likeness.score()).isEqualTo(score);
    }

    @Property
    void likeness_is_the_same_both_ways_and_1_for_the_same_key_only(
            @ForAll @StringLength(min = 1, max = 30) String a, @ForAll @StringLength(min = 1, max = 30) String b) {
        ClientIdentity one = client(a, null, "DE");
        ClientIdentity other = client(b, null, "DE");
        Likeness likeness = MATCHING.compare(one, other);

        assertThat(MATCHING.compare(other, one)).isEqualTo(likeness);
        assertThat(likeness.score()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(likeness.isSameKey()).isEqualTo(one.key().equals(other.key()));
    }

    private static ClientIdentity client(String name, @Nullable String domain, @Nullable String country) {
        return ClientIdentity.of(name, domain, country, Set.of());
    }
}
