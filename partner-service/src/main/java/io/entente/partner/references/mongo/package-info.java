/** Stores requests for references and publishes their events. */
@NullMarked
package io.entente.partner.references.mongo;

import org.jspecify.annotations.NullMarked;
