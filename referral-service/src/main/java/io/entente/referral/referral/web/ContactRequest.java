package io.entente.referral.referral.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/contact}. */
record ContactRequest(@Nullable LocalDate contactedOn) {}
