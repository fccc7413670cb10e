package io.partnerhub.billing.refund;

import java.math.BigDecimal;
import java.util.List;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The vendor-compatible view of refunds: what an unsubscription or a change gave back. An
 * order without a refund has none.
 */
@RestController
@Tag(name = "Orders")
class RefundOpenApi {

	private static final String YUAN = "1";

	private static final int LONGEST = 64;

	private final RefundLists lists;

	RefundOpenApi(RefundLists lists) {
		this.lists = lists;
	}

	@GetMapping("/v2/orders/customer-orders/refund-orders")
	@Operation(summary = "ShowRefundOrderDetails",
			description = "The order that unsubscribes or changes; one without refunds, or of somebody else, has none. 400 "
					+ "CBC.0100 without order_id.")
	Answer refunds(Caller caller, @RequestParam(name = "order_id", required = false) @Nullable String orderId) {
		if (orderId == null || orderId.isBlank() || orderId.length() > LONGEST) {
			throw Problem.invalid("/order_id", "REQUIRED", "order_id is the number of an order.");
		}
		List<RefundInfo> infos = this.lists.ofRefundOrder(caller, orderId).stream().map(RefundInfo::of).toList();
		return new Answer(infos.size(), infos);
	}

	@JsonNaming(SnakeCaseStrategy.class)
	record Answer(int totalCount, List<RefundInfo> refundInfos) {
	}

	/** A row; what comes back is below zero. */
	@JsonNaming(SnakeCaseStrategy.class)
	record RefundInfo(String id, BigDecimal amount, String measureId, String customerId,
			@Nullable String resourceTypeCode, String serviceTypeCode, @Nullable String resourceTypeName,
			@Nullable String serviceTypeName, @Nullable String regionCode, String baseOrderId) {

		static RefundInfo of(Refund refund) {
			ToldRefund.Subject subject = refund.subject();
			return new RefundInfo(refund.id().toString(), refund.cash().decimal().negate(), YUAN,
					refund.customerId().toString(), subject.resourceType(), subject.serviceType(),
					subject.resourceTypeName(), subject.serviceTypeName(), subject.region(), refund.baseOrder());
		}

	}

}
