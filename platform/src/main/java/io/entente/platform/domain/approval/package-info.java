/** What one person asks for and another one decides. */
@NullMarked
package io.entente.platform.domain.approval;

import org.jspecify.annotations.NullMarked;
