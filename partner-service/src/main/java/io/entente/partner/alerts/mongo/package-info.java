/** Stores alerts and the days on which partners are checked. */
@NullMarked
package io.entente.partner.alerts.mongo;

import org.jspecify.annotations.NullMarked;
