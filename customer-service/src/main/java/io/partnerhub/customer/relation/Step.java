package io.partnerhub.customer.relation;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one service settles once the link has ended (DIS-09): vouchers go back, the
 * balance goes back, opportunities close.
 *
 * @param stuckSince since when it has been waiting for too long
 * @param keptCash the customer's own cash, which stays his
 */
@Schema(name = "DisassociationStep")
record Step(@JsonProperty("step") Kind kind, State state, Instant waitingSince, @Nullable Instant doneAt,
		@Nullable Instant stuckSince, @Nullable Long count, @Nullable Money amount,
		@JsonIgnore @Nullable Money keptCash) {

	/** A step that waits longer than the limit is stuck, and still expected. */
	Step lookedAt(Instant now, Duration limit) {
		Instant tooLate = this.waitingSince.plus(limit);
		boolean stuck = this.state == State.WAITING && now.isAfter(tooLate);
		return new Step(this.kind, this.state, this.waitingSince, this.doneAt, stuck ? tooLate : null, this.count,
				this.amount, this.keptCash);
	}

	/** Who settles what. */
	enum Kind {

		COUPON, BILLING, OPPORTUNITY

	}

	/** WAITING lasts as long as the service is not through; nothing is rolled back. */
	enum State {

		WAITING, DONE

	}

}
