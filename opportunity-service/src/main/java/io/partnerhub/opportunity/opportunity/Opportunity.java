package io.partnerhub.opportunity.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sales opportunity of a partner for one of its customers. It belongs to the customer's
 * account manager (OPP-02), stays open until it is decided or closed, and ends at the
 * latest with the link it was registered under (OPP-17).
 *
 * @param epoch the customer's link it was registered under
 * @param accountManagerId whose it is; without one, administrators and supervisors see it
 * @param createdBy login or access key that registered it
 */
record Opportunity(UUID id, UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
		@Nullable UUID accountManagerId, String createdBy, String name, @Nullable String description,
		List<String> cloudServices, LocalDate expectedSignDate, Revenue revenue, Stage stage, State state,
		@Nullable String closeReason, @Nullable Instant closedAt, Instant createdAt, Instant lastUpdatedAt,
		long version) {

	/** The owner, and whoever sees the whole partner; never a supervisor (OPP-03). */
	boolean isIn(Caller caller) {
		return switch (caller.scope()) {
			case ALL -> true;
			case OWN -> this.accountManagerId != null && this.accountManagerId.equals(caller.memberId());
			case TEAM -> false;
		};
	}

	/**
	 * What the caller may do with it now, so that a front end needs no copy of the rules.
	 */
	List<Action> allowedActions(Caller caller) {
		boolean mayClose = caller.scope() != DataScope.TEAM && caller.may(Permission.REGISTER_OPPORTUNITIES)
				&& isIn(caller) && this.state == State.OPEN;
		return mayClose ? List.of(Action.CLOSE) : List.of();
	}

	/** The revenue page; every field is mandatory (OPP-06). */
	record Revenue(Money expected, Money firstYear, Money monthly, LocalDate launchDate) {
	}

	/** How far an open opportunity is (2.4). */
	enum Stage {

		QUALIFYING, REQUIREMENT, SOLUTION, NEGOTIATION

	}

	/** Open, or ended without a decision. */
	enum State {

		OPEN, CLOSED

	}

	/** What can be done with an opportunity. */
	enum Action {

		CLOSE

	}

}
