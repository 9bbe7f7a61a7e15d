/** Starts and stops the import queue. */
@NullMarked
package io.entente.referral.intake.worker;

import org.jspecify.annotations.NullMarked;
