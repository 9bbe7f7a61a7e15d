package io.entente.testkit.planted.delta.web;

import io.entente.testkit.planted.delta.mongo.MongoDeals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forms a cycle with the store's adapter of its feature. */
@Component
public record DealView(@Nullable MongoDeals deals) {}
