/** Facts and reviews of tiers in MongoDB. */
@NullMarked
package io.entente.partner.tiers.mongo;

import org.jspecify.annotations.NullMarked;
