package io.entente.partner.reciprocity;

import org.jspecify.annotations.Nullable;

/**
 * What a client of the firm needs that the firm doesn't offer. What is null doesn't matter.
 *
 * @param service that the client needs, in lower case
 * @param territory the country of the client
 * @param industry of the client, in lower case
 * @param language of the client
 */
public record OutboundNeed(
        String service, @Nullable String territory, @Nullable String industry, @Nullable String language) {}
