/** Stories of whole orders, through the API alone; {@code package.md} lists them. */
@NullMarked
package io.braid.journeys;

import org.jspecify.annotations.NullMarked;
