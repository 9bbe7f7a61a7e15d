/** Stores qualifications and publishes their events. */
@NullMarked
package io.entente.partner.qualification.mongo;

import org.jspecify.annotations.NullMarked;
