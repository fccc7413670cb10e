/**
 * Registration of opportunities (商机报备): who may register for which customer, who sees
 * them, and how they end.
 */
@NullMarked
package io.partnerhub.opportunity.opportunity;

import org.jspecify.annotations.NullMarked;
