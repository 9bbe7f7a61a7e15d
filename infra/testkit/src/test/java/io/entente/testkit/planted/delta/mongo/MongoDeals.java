package io.entente.testkit.planted.delta.mongo;

import io.entente.testkit.planted.delta.Deals;
import io.entente.testkit.planted.delta.web.DealView;
import io.entente.testkit.planted.gamma.Reports;
import org.springframework.data.mongodb.core.MongoTemplate;

/** An adapter that may know its own domain and another feature's, but not depend on the web adapter that depends on it. */
public record MongoDeals(MongoTemplate mongo, Reports reports, DealView view) implements Deals {}
