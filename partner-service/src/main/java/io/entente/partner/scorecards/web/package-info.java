/** The API of scorecards. */
@NullMarked
package io.entente.partner.scorecards.web;

import org.jspecify.annotations.NullMarked;
