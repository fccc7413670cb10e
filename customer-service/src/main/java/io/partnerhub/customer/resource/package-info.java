/**
 * What customers have in the cloud, by subscription and by use, as the vendor's feed
 * tells it.
 */
@NullMarked
package io.partnerhub.customer.resource;

import org.jspecify.annotations.NullMarked;
