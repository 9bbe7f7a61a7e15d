/** Reads amounts, countries and dates as people and spreadsheets write them. */
@NullMarked
package io.entente.referral.intake.values;

import org.jspecify.annotations.NullMarked;
