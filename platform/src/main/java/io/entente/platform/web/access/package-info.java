/** Who sends a request, which partner it is about, and which commands somebody who doesn't belong to the firm may give. */
@NullMarked
package io.entente.platform.web.access;

import org.jspecify.annotations.NullMarked;
