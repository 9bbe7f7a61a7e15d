package io.entente.commission.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.plans.rules.EarningRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RuleReadingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'PERCENT','rate':'0.10'}",
                "{'type':'BY_INVOLVEMENT','passive':'0.05','standard':'0.10','active':'0.20'}",
                "{'type':'FLAT','amount':{'amount':'50.00','currency':'USD'}}",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[{'from':1,'rate':'0.10'},{'from':4,'rate':'0.15'}]}",
                "{'type':'DEAL_SIZE_TIERS','mode':'RETROACTIVE','bands':[{'from':{'amount':'0.00','currency':'JPY'},'rate':'0.10'}]}",
                "{'type':'LIFETIME_VALUE_TIERS','mode':'MARGINAL','bands':[{'from':{'amount':'0.00','currency':'USD'},'rate':'0.10'},{'from':{'amount':'50000.00','currency':'USD'},'rate':'0.05'}]}",
                "{'type':'CONVERSION_TIERS','window':'P1Y','minimumReferrals':4,'bands':[{'from':'0.00','rate':'0.10'},{'from':'0.50','rate':'0.15'}]}",
                "{'type':'REVENUE_SPLIT','share':'0.40'}",
                "{'type':'RECIPROCAL'}",
            })
    void a_rule_is_shown_as_it_was_written(String json) {
        EarningRule rule = request(json).toRule();

        String out = JSON.writeValueAsString(RuleView.of(rule)).replace('"', '\'');

        assertThat(out).isEqualTo(json.replace("'0.00','currency':'JPY'", "'0','currency':'JPY'"));
        assertThat(request(out).toRule()).isEqualTo(rule);
    }

    @Test
    void every_rule_of_the_domain_has_one_form_with_its_code() {
        for (Class<?> rule : EarningRule.class.getPermittedSubclasses()) {
            assertThat(Arrays.stream(RuleForm.values()).filter(form -> form.isFor(rule)))
                    .as(rule.getSimpleName())
                    .hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'PERCENT'}                                                | rate",
                "{'type':'PERCENT','rate':'0'}                                     | rate",
                "{'type':'PERCENT','rate':'1.01'}                                  | rate",
                "{'type':'PERCENT','rate':'0.1','share':'0.4'}                     | share",
                "{'type':'BY_INVOLVEMENT','passive':'0.05','active':'2'}           | standard active",
                "{'type':'FLAT'}                                                   | amount",
                "{'type':'FLAT','amount':{'amount':'0.00','currency':'USD'}}       | amount",
                "{'type':'FLAT','amount':{'amount':'-5.00','currency':'USD'}}      | amount",
                "{'type':'VOLUME_TIERS'}                                           | mode bands",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[]}              | bands",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[null]}          | bands[0].from bands[0].rate",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[{'from':0,'rate':'0.1'}]}      | bands[0].from",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[{'from':1.5,'rate':'0.1'}]}    | bands[0].from",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[{'from':'1','rate':'0.1'}]}    | bands[0].from",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[{'from':4,'rate':'0.1'},{'from':4,'rate':'0.2'}]} | bands[1].from",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[{'from':1,'rate':'0.1'},{'from':4,'rate':'x'}]}   | bands[1].rate",
                "{'type':'VOLUME_TIERS','mode':'MARGINAL','bands':[{'from':4,'rate':'0.1'},{'from':4,'rate':'2'}]}   | bands[1].from bands[1].rate",
                "{'type':'VOLUME_TIERS','mode':'RETROACTIVE','bands':[{'from':1,'rate':'0.2'},{'from':4,'rate':'0.1'}]} | bands",
                "{'type':'DEAL_SIZE_TIERS','mode':'MARGINAL','bands':[{'from':1,'rate':'0.1'}]}   | bands[0].from",
                "{'type':'DEAL_SIZE_TIERS','mode':'MARGINAL','bands':[{'from':{'amount':'-1','currency':'USD'},'rate':'0.1'}]} | bands[0].from",
                "{'type':'DEAL_SIZE_TIERS','mode':'MARGINAL','bands':[{'from':{'amount':'0.001','currency':'USD'},'rate':'0.1'}]} | bands[0].from",
                "{'type':'LIFETIME_VALUE_TIERS','mode':'MARGINAL','bands':[{'from':{'amount':'0','currency':'USD'},'rate':'0.1'},{'from':{'amount':'9','currency':'EUR'},'rate':'0.1'}]} | bands[1].from",
                "{'type':'CONVERSION_TIERS'}                                       | window minimumReferrals bands",
                "{'type':'CONVERSION_TIERS','window':'P6Y','minimumReferrals':0,'bands':[{'from':'0.5','rate':'0.1'}]} | window minimumReferrals",
                "{'type':'CONVERSION_TIERS','window':'PT1H','minimumReferrals':1,'bands':[{'from':'1.5','rate':'0.1'}]} | window bands[0].from",
                "{'type':'CONVERSION_TIERS','window':'-P1Y','minimumReferrals':1,'bands':[{'from':'0','rate':'0.2'},{'from':'0.5','rate':'0.1'}]} | window bands",
                "{'type':'REVENUE_SPLIT','share':'60/40'}                          | share",
                "{'type':'RECIPROCAL','rate':'0.1'}                                | rate",
            })
    void an_invalid_rule_is_refused_field_by_field(String json, String fields) {
        RuleReading reading = new RuleReading(request(json));

        assertThat(reading.read()).isNull();
        assertThat(reading.problems())
                .extracting(problem ->
                        problem.band() == null ? problem.field() : "bands[" + problem.band() + "]." + problem.inBand())
                .containsExactlyInAnyOrderElementsOf(List.of(fields.split(" ")));
        assertThat(reading.problems())
                .allSatisfy(problem ->
                        assertThat(problem.message()).doesNotContain("{").matches("(must|is) .*"));
    }

    private static RuleRequest request(String json) {
        return JSON.readValue(json.replace('\'', '"'), RuleRequest.class);
    }
}
