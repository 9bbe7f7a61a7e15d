/** Imports over HTTP. */
@NullMarked
package io.entente.referral.intake.web;

import org.jspecify.annotations.NullMarked;
