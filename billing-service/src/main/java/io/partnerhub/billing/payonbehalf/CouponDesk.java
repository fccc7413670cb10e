package io.partnerhub.billing.payonbehalf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import feign.FeignException;
import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.OrderType;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.remote.Remote;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks with coupon-service about the coupons of a payment. A refusal comes with its
 * code; without an answer the outcome is unknown, and saying the same again settles it.
 */
@Component
class CouponDesk {

	private static final String SERVICE = "coupon-service";

	private static final String RESERVATION = "reservationId";

	private final CouponQuestions coupons;

	private final Remote remote;

	private final JsonMapper json;

	CouponDesk(CouponQuestions coupons, Remote remote, JsonMapper json) {
		this.coupons = coupons;
		this.remote = remote;
		this.json = json;
	}

	CouponQuestions.Offer offer(PayableOrder payable) {
		return tell(() -> this.coupons
			.offer(Map.of("customerId", payable.order().customerId(), "order", content(payable))));
	}

	CouponQuestions.Reservation reserve(Payment payment, PayableOrder payable) {
		Map<String, Object> pick = new HashMap<>();
		pick.put("requestId", payment.id());
		pick.put("orderId", payable.order().number());
		pick.put("customerId", payment.customerId());
		pick.put("order", content(payable));
		pick.put("couponIds", payment.coupons());
		if (payment.discountId() != null) {
			pick.put("discountIds", List.of(payment.discountId()));
		}
		return tell(() -> this.coupons.reserve(pick));
	}

	void startPayment(UUID reservation) {
		tell(() -> this.coupons.startPayment(reservation));
	}

	void use(UUID reservation) {
		tell(() -> this.coupons.use(reservation));
	}

	void release(UUID reservation) {
		tell(() -> this.coupons.release(reservation));
	}

	/**
	 * Which reservation a payment has whose answer was lost: the same request again tells
	 * it, and so does the refusal of one that has changed meanwhile. Empty if it has
	 * none.
	 */
	Optional<UUID> find(Payment payment, PayableOrder payable) {
		try {
			return Optional.of(reserve(payment, payable).id());
		}
		catch (Problem refusal) {
			if (!refusal.status().is4xxClientError()) {
				throw refusal;
			}
			return Optional.ofNullable(refusal.facts().get(RESERVATION))
				.map((id) -> UUID.fromString(String.valueOf(id)));
		}
	}

	private <T> T tell(Callable<T> command) {
		try {
			return this.remote.tell(SERVICE, command);
		}
		catch (FeignException.FeignClientException refusal) {
			throw problem(refusal);
		}
	}

	private Problem problem(FeignException refusal) {
		HttpStatus status = Optional.ofNullable(HttpStatus.resolve(refusal.status())).orElse(HttpStatus.CONFLICT);
		JsonNode body = body(refusal);
		Problem problem = Problem.of(status, body.path("code").asString("COUPON_NOT_USABLE"),
				body.path("detail").asString("The coupons cannot be used."));
		if (body.has(RESERVATION)) {
			problem.with(RESERVATION, body.path(RESERVATION).asString());
		}
		if (body.has("coupons")) {
			problem.with("coupons", body.path("coupons"));
		}
		return problem;
	}

	private JsonNode body(FeignException refusal) {
		try {
			return this.json.readTree(refusal.contentUTF8());
		}
		catch (JacksonException ex) {
			return this.json.createObjectNode();
		}
	}

	/** An order as eligibility sees it (USE-03). */
	private static Map<String, Object> content(PayableOrder payable) {
		Map<String, Object> content = new HashMap<>();
		content.put("type", type(payable.order().facts().type()));
		content.put("billingMode", "SUBSCRIPTION");
		content.put("firstOrder", payable.first());
		content.put("lines",
				payable.lines()
					.stream()
					.map((line) -> Map.of("serviceType", line.serviceTypeCode(), "productId", line.productId(),
							"strictlySelected", line.strictlySelected(), "marketplace", line.marketplace(), "payable",
							payable.payable(line)))
					.toList());
		if (payable.order().facts().region() != null) {
			content.put("region", payable.order().facts().region());
		}
		if (payable.discount() != null) {
			content.put("discount", kind(payable.discount()));
		}
		return content;
	}

	private static String type(OrderType type) {
		return switch (type) {
			case RENEWAL -> "RENEW";
			case CHANGE -> "CHANGE";
			default -> "NEW";
		};
	}

	private static String kind(@Nullable OrderDiscount discount) {
		return switch ((discount != null) ? discount.type() : 0) {
			case 0 -> "PROMOTION";
			case 3 -> "PARTNER";
			default -> "COMMERCIAL";
		};
	}

}
