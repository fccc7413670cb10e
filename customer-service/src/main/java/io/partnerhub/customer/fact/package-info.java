/**
 * What only the cloud vendor knows about an account, as its feed told it (CUS-02).
 */
@NullMarked
package io.partnerhub.customer.fact;

import org.jspecify.annotations.NullMarked;
