package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as both sides see it, with what the caller may do now. */
@Schema(name = "Disassociation")
record RequestView(UUID id, UUID customerId, String customerName, UUID partnerId, String partnerName,
		AssociationType associationType, int epoch, Side initiator, String reason, Instant requestedAt,
		Request.State state, @Nullable String answer, @Nullable Instant decidedAt, @Nullable Instant doneAt,
		@Nullable List<Step> steps, @Nullable Settled settlement, List<String> allowedActions,
		@JsonIgnore long version) {

	static RequestView of(RequestViewStore.Named named, @Nullable List<Step> steps, Caller caller) {
		Request request = named.request();
		Settled settled = (request.state() == Request.State.DONE && steps != null) ? Settled.of(steps) : null;
		return new RequestView(request.id(), request.customerId(), named.customerName(), request.ownerPartnerId(),
				named.partnerName(), named.type(), request.epoch(), request.initiator(), request.reason(),
				request.requestedAt(), request.state(), request.answer(), request.decidedAt(), request.doneAt(), steps,
				settled, actions(request, caller), request.version());
	}

	private static List<String> actions(Request request, Caller caller) {
		boolean customer = caller.is(Caller.Kind.CUSTOMER);
		boolean mayAct = customer || caller.may(Permission.END_RELATIONS);
		if (request.state() != Request.State.PENDING || !mayAct) {
			return List.of();
		}
		Side side = customer ? Side.CUSTOMER : Side.PARTNER;
		return (request.initiator() == side) ? List.of("WITHDRAW") : List.of("CONSENT", "REFUSE");
	}

	/** What came out of it in the end. */
	@Schema(name = "DisassociationSettlement")
	record Settled(@Nullable Long vouchersReclaimed, @Nullable Money voucherAmount, @Nullable Money balanceReturned,
			@Nullable Long opportunitiesClosed) {

		static Settled of(List<Step> steps) {
			Step coupon = step(steps, Step.Kind.COUPON);
			return new Settled(coupon.count(), coupon.amount(), step(steps, Step.Kind.BILLING).amount(),
					step(steps, Step.Kind.OPPORTUNITY).count());
		}

		private static Step step(List<Step> steps, Step.Kind kind) {
			return steps.stream().filter((step) -> step.kind() == kind).findFirst().orElseThrow();
		}

	}

}
