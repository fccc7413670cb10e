/**
 * Partners' own bills: who settles month by month gets one for what the vendor charged
 * him, and pays it on-line or by transfer. Customers' consumption has no part in it.
 */
@NullMarked
package io.partnerhub.billing.bill;

import org.jspecify.annotations.NullMarked;
