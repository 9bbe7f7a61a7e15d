/** Who sends a request, which partner it is about, and which requests somebody who doesn't belong to the firm may send. */
@NullMarked
package io.entente.platform.web.access;

import org.jspecify.annotations.NullMarked;
