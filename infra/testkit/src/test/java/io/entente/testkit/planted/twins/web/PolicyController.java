package io.entente.testkit.planted.twins.web;

import org.springframework.stereotype.Component;

/** Named as another feature's controller is. */
@Component
public class PolicyController {}
