package io.entente.commission.plans.web;

import io.entente.commission.plans.DraftPlan;
import org.springframework.boot.jackson.JacksonMixin;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Reads a draft of a plan from the form in which plans are added, wherever a request holds one. */
@JacksonMixin(DraftPlan.class)
@JsonDeserialize(as = PlanRequest.class)
interface DraftPlanForm {}
