/** Files that spreadsheet programs open. */
@NullMarked
package io.partnerhub.billing.spreadsheet;

import org.jspecify.annotations.NullMarked;
