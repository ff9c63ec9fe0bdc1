/**
 * JSON over HTTP, one file per resource, and the edge they share.
 *
 * <p>A resource is a {@code final class XHttp} with {@code @RestController} and {@code @RequestMapping("/api/v1/…")}.
 * Each handler says whom it is for: {@code @Needs("orders:write")}, for vendors' paths with the vendor audience, or
 * {@code @Open}; one that does not keeps Braid from starting. Handlers may take a {@code Caller}, a {@code Deed} for
 * the command, a {@code Paging} for a list, an {@code IfMatch} for the expected version, and query parameters by
 * {@code @RequestParam}; a parameter no handler names is refused by itself. Bodies are records of raw, nullable
 * fields; {@code Faults} turns them into values of the kernel and tells all faults at once. Commands answer an
 * {@code Outcome}, and {@code Answers} turns it into a response: a refusal leaves by {@code Declined}, so what a
 * handler returns is always what was done. Idempotency, limits, errors, correlation and headers are not a handler's
 * business; but with an {@code Idempotency-Key} a handler runs inside one transaction, so a command is answered from
 * its outcome, not from a read by the vendor's connection, which cannot see what is not yet committed.
 */
@NullMarked
package io.braid.api;

import org.jspecify.annotations.NullMarked;
