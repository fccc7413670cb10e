package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Duration;

import io.partnerhub.contracts.CustomerEvent.Outcome;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels what nobody has answered in time (DIS-07). It was a request all the same and
 * counts as one (DIS-03).
 */
@Service
class UnansweredRequests {

	/** Stands in the records as the one who decided. */
	static final String NOBODY = "system";

	private static final int AT_MOST = 1_000;

	private final RequestStore store;

	private final RequestMails mails;

	private final Outbox outbox;

	private final Clock clock;

	UnansweredRequests(RequestStore store, RequestMails mails, Outbox outbox, Clock clock) {
		this.store = store;
		this.mails = mails;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	void sweep() {
		this.store.cancelOverdue(this.clock.instant(), AT_MOST).forEach((request) -> {
			this.outbox.announce(RequestEvents.rejected(request, Outcome.CANCELLED));
			this.mails.closed(request, Decision.LAPSED, null);
		});
	}

	@Bean
	static Job unansweredRequestsJob(UnansweredRequests requests) {
		return new Job("unanswered-requests", Duration.ofMinutes(1), requests::sweep);
	}

}
