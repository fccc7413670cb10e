package io.partnerhub.billing.consumption;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.platform.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Single records by the vendor's feed, a batch in one transaction. Each counts once by
 * its id; those whose customer nobody had at their time are named and may be sent again.
 */
@Service
class Consumptions {

	private final Postings postings;

	private final SubAccountStore subAccounts;

	Consumptions(Postings postings, SubAccountStore subAccounts) {
		this.postings = postings;
		this.subAccounts = subAccounts;
	}

	@Transactional
	Posted post(List<Consumed> records) {
		Postings.Batch batch = this.postings.begin(Ids.next(), records.size());
		batch.add(records.stream().map(new Writing()::write).toList());
		batch.book();
		return new Posted(batch.posted(), batch.repeated(), batch.issues());
	}

	@Transactional
	void name(List<SubAccount> accounts) {
		this.subAccounts.save(accounts);
	}

	/**
	 * What became of a batch.
	 *
	 * @param issues records that were not posted, or came again with other values
	 */
	record Posted(long posted, long repeated, List<Issue> issues) {
	}

	/** An account of the vendor's cost files and the customer it belongs to. */
	record SubAccount(String id, UUID customerId) {
	}

}
