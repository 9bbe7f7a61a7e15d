/** Conflicts and the attribution policy over HTTP. */
@NullMarked
package io.entente.referral.attribution.web;

import org.jspecify.annotations.NullMarked;
