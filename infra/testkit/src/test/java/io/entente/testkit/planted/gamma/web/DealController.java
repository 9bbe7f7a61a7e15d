package io.entente.testkit.planted.gamma.web;

import io.entente.testkit.planted.delta.mongo.MongoDeals;
import org.springframework.stereotype.Controller;

/** An adapter that knows another feature's adapter. */
@Controller
public record DealController(MongoDeals deals) {}
