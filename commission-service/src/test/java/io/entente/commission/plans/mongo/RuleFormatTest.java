package io.entente.commission.plans.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.plans.rules.EarningRule;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFormatTest {

    /** Documents as version 0.1.0 stored them; they must stay readable. */
    static Stream<String> storedRules() {
        return Stream.of(
                "{'type':'PERCENT','rate':'0.10'}",
                "{'type':'BY_INVOLVEMENT','passive':'0.05','standard':'0.10','active':'0.225'}",
                "{'type':'FLAT','amount':{'amount':'50.00','currency':'USD'}}",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[{'from':'1','rate':'0.10'},{'from':'10','rate':'0.15'}]}",
                "{'type':'DEAL_SIZE_TIERS','mode':'RETROACTIVE','currency':'JPY','bands':[{'from':'0','rate':'0.10'}]}",
                "{'type':'LIFETIME_VALUE_TIERS','mode':'MARGINAL','currency':'USD','bands':[{'from':'50000','rate':'0.05'}]}",
                "{'type':'CONVERSION_TIERS','window':'P12M','minimumReferrals':4,'bands':[{'from':'0.5','rate':'0.15'}]}",
                "{'type':'REVENUE_SPLIT','share':'0.40'}",
                "{'type':'RECIPROCAL'}");
    }

    @ParameterizedTest
    @MethodSource("storedRules")
    void a_rule_is_written_in_its_stored_form(String json) {
        Map<String, Object> stored = Document.parse(json);

        EarningRule rule = RuleFormat.read(stored);

        assertThat(RuleFormat.write(rule)).isEqualTo(stored);
    }

    @Test
    void every_rule_of_the_domain_has_a_stored_form() {
        assertThat(storedRules()
                        .map(Document::parse)
                        .map(RuleFormat::read)
                        .map(Object::getClass)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(EarningRule.class.getPermittedSubclasses()));
    }

    @Test
    void a_rule_that_this_version_does_not_know_is_an_error() {
        assertThatThrownBy(() -> RuleFormat.read(Map.of("type", "LOTTERY"))).hasMessageContaining("LOTTERY");
    }
}
