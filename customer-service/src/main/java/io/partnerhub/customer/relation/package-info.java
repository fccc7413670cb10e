/**
 * Ending a link (解除关联): checks, a request, the other side's consent, and what other
 * services settle.
 */
@NullMarked
package io.partnerhub.customer.relation;

import org.jspecify.annotations.NullMarked;
