/** Stores applications and publishes their events. */
@NullMarked
package io.entente.partner.applications.mongo;

import org.jspecify.annotations.NullMarked;
