/** The days on which commission becomes payable. */
@NullMarked
package io.entente.commission.commissions.schedule;

import org.jspecify.annotations.NullMarked;
