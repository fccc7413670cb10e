package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.privacy.PersonalField;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request as both sides see it, with what the caller may do now. The customer sees his
 * name, his partner only if it is revealed.
 *
 * @param toType the model wanted, for a switch
 * @param toPartnerId who is to get the customer, for a transfer
 * @param answerBy an answer counts before this moment (DIS-07)
 * @param unknownChecks checks nobody could tell the outcome of when it was last checked
 */
@Schema(name = "RelationRequest")
record RequestView(UUID id, RequestKind kind, UUID customerId,
		@Schema(description = "Masked for the partner unless revealed", example = "云***") String customerName,
		UUID partnerId, String partnerName, AssociationType associationType, @Nullable AssociationType toType,
		@Nullable UUID toPartnerId, @Nullable String toPartnerName, int epoch, Side initiator, String reason,
		Instant requestedAt, Instant answerBy, Request.State state, @Nullable String answer,
		@Nullable Instant decidedAt, @Nullable Instant doneAt, List<String> unknownChecks, @Nullable List<Step> steps,
		@Nullable Settled settlement, List<String> allowedActions, @JsonIgnore long version) {

	/** What can be revealed of a request. */
	static final PersonalField PERSONAL = PersonalField.CUSTOMER_NAME;

	static RequestView of(RequestViewStore.Named named, @Nullable List<Step> steps, Reveal shown, Caller caller,
			Instant now) {
		Request request = named.request();
		Reveal reveal = shown.in(named.accountManagerId());
		Settled settled = (request.state() == Request.State.DONE && steps != null) ? Settled.of(named, steps) : null;
		return new RequestView(request.id(), request.kind(), request.customerId(),
				caller.is(Caller.Kind.CUSTOMER) ? named.customerName() : reveal.text(PERSONAL, named.customerName()),
				request.ownerPartnerId(), named.partnerName(), request.fromType(), request.toType(),
				request.toPartnerId(), named.targetName(), request.epoch(), request.initiator(), request.reason(),
				request.requestedAt(), request.answerBy(), request.stateAt(now), request.answer(), request.decidedAt(),
				request.doneAt(), named.unknownChecks(), steps, settled, actions(request, caller, now),
				request.version());
	}

	private static List<String> actions(Request request, Caller caller, Instant now) {
		boolean customer = caller.is(Caller.Kind.CUSTOMER);
		boolean mayAct = customer || caller.may(Permission.END_RELATIONS);
		if (request.stateAt(now) != Request.State.PENDING || !mayAct) {
			return List.of();
		}
		Side side = customer ? Side.CUSTOMER : Side.PARTNER;
		if (request.initiator() != side) {
			return List.of("CONSENT", "REFUSE");
		}
		UUID acting = customer ? caller.customer() : caller.owner();
		return acting.equals(request.requester()) ? List.of("WITHDRAW") : List.of();
	}

}
