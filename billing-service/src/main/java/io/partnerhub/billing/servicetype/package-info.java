/**
 * What the vendor's service types are called, as partner-program-service announced it.
 */
@NullMarked
package io.partnerhub.billing.servicetype;

import org.jspecify.annotations.NullMarked;
