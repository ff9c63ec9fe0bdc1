/** The values of the trade. Nothing here knows a database, a web library, a clock or a random source. */
@NullMarked
package io.braid.kernel;

import org.jspecify.annotations.NullMarked;
