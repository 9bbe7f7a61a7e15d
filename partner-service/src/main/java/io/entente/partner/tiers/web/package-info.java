/** The API of tiers. */
@NullMarked
package io.entente.partner.tiers.web;

import org.jspecify.annotations.NullMarked;
