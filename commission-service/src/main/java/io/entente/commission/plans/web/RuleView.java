package io.entente.commission.plans.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.entente.commission.plans.rules.EarningRule;
import java.util.Map;

/** A rule in the API's form, which {@link RuleForm} defines. */
record RuleView(RuleForm type, @JsonAnyGetter Map<String, Object> fields) {

    static RuleView of(EarningRule rule) {
        RuleForm form = RuleForm.of(rule);
        return new RuleView(form, form.write(rule));
    }
}
