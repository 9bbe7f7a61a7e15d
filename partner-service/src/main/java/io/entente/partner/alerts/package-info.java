/** Alerts: what goes wrong with partners or the program before somebody notices, and what a person has done about it. */
@NullMarked
package io.entente.partner.alerts;

import org.jspecify.annotations.NullMarked;
