/** Service levels: the working clock, the policies, scorecards. */
@NullMarked
package io.braid.sla;

import org.jspecify.annotations.NullMarked;
