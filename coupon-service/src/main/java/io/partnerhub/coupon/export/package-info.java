/** Exports of operation records (导出记录): asynchronous, anonymised, kept for some days. */
@NullMarked
package io.partnerhub.coupon.export;

import org.jspecify.annotations.NullMarked;
