/** Sets pages in every script as PDF/A, with fonts that it brings along. It knows nothing of what is printed. */
@NullMarked
package io.entente.platform.print;

import org.jspecify.annotations.NullMarked;
