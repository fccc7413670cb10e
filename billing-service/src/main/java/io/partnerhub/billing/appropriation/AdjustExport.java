package io.partnerhub.billing.appropriation;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.job.FileProgress;
import io.partnerhub.platform.job.Kept;

/**
 * A file of adjust records (ADJ-09, X-04): who asked for it, what it holds, and how far
 * it is.
 *
 * @param realm of who asked; the records may be a reseller's of his
 */
record AdjustExport(FileProgress progress, Realm realm, AdjustFilter filter, boolean chinese) {

	AdjustExport asOfNow(Kept kept) {
		return new AdjustExport(this.progress.asOfNow(kept), this.realm, this.filter, this.chinese);
	}

}
