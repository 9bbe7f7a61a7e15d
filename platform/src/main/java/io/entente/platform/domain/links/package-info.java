/** Links that somebody who can't sign in gets by mail. */
@NullMarked
package io.entente.platform.domain.links;

import org.jspecify.annotations.NullMarked;
