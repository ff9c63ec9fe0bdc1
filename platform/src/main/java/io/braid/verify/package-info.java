/** The sums that must always hold, as SQL over every module's tables. It reads all and writes nothing. */
@NullMarked
package io.braid.verify;

import org.jspecify.annotations.NullMarked;
