/** The API of imports, mapping profiles and the referral form. */
@NullMarked
package io.entente.referral.intake.web;

import org.jspecify.annotations.NullMarked;
