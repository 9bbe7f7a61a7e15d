/** How Jackson reads a request body strictly and names every bad field. */
@NullMarked
package io.entente.platform.web.body;

import org.jspecify.annotations.NullMarked;
