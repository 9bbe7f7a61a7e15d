package io.entente.commission.plans.web;

import io.entente.commission.plans.DraftPlan;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** Describes a draft of a plan in the API's document by the form that is read. */
@Configuration(proxyBeanMethods = false)
class PlanFormsConfiguration {

    static {
        SpringDocUtils.getConfig().replaceWithClass(DraftPlan.class, PlanRequest.class);
    }
}
