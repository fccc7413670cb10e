/**
 * Prospects a partner has reserved for a while (报备).
 */
@NullMarked
package io.partnerhub.customer.preregistration;

import org.jspecify.annotations.NullMarked;
