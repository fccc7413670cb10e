/**
 * Orders: what customers ordered by subscription, as the vendor's feed tells it, who may
 * see which of them, and how they were paid (8.3).
 */
@NullMarked
package io.partnerhub.billing.order;

import org.jspecify.annotations.NullMarked;
