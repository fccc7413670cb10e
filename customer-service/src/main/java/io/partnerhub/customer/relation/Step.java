package io.partnerhub.customer.relation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one service settles once the link has ended (DIS-09): vouchers go back, the
 * balance goes back, opportunities close.
 */
@Schema(name = "DisassociationStep")
record Step(@JsonProperty("step") Kind kind, State state, @Nullable Instant doneAt, @Nullable Long count,
		@Nullable Money amount) {

	/** Who settles what. */
	enum Kind {

		COUPON, BILLING, OPPORTUNITY

	}

	/** WAITING lasts as long as the service is not through; nothing is rolled back. */
	enum State {

		WAITING, DONE

	}

}
