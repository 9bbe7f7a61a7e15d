package io.entente.referral.attribution.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/conflicts/{id}/appeal}.
 *
 * @param partnerId the partner that appeals; required if the firm records the appeal, otherwise the calling partner
 */
record AppealRequest(@Nullable @Size(min = 1, max = 128) String partnerId, @NotBlank @Size(max = 4000) String reason) {}
