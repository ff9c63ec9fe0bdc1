/** Planted: a module that does what the walls forbid, so that they are seen to fail. */
@NullMarked
package planted.alpha;

import org.jspecify.annotations.NullMarked;
