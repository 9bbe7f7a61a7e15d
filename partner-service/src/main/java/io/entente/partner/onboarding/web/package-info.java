/** Onboarding over HTTP. */
@NullMarked
package io.entente.partner.onboarding.web;

import org.jspecify.annotations.NullMarked;
