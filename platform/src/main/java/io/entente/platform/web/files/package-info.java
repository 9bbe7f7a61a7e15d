/** Files that an operation writes to its response. */
@NullMarked
package io.entente.platform.web.files;

import org.jspecify.annotations.NullMarked;
