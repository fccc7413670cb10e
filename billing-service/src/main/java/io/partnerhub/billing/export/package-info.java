/**
 * What the exports of front ends have in common: how much one may hold, when its file can
 * be fetched, and how it is sent.
 */
@NullMarked
package io.partnerhub.billing.export;

import org.jspecify.annotations.NullMarked;
