/** What a draft plan would have paid for deals of the past. */
@NullMarked
package io.entente.commission.simulation;

import org.jspecify.annotations.NullMarked;
