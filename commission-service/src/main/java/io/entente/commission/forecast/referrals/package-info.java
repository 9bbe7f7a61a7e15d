/** Open referrals as the forecast knows them, with their stages. */
@NullMarked
package io.entente.commission.forecast.referrals;

import org.jspecify.annotations.NullMarked;
