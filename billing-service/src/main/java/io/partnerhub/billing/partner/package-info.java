/**
 * What this service knows about partners: their tenant, and whose resellers they are.
 */
@NullMarked
package io.partnerhub.billing.partner;

import org.jspecify.annotations.NullMarked;
