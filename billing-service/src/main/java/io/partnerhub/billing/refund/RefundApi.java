package io.partnerhub.billing.refund;

import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refunds for a partner's people, and a customer's own (8.6). */
@RestController
@Tag(name = "Orders")
class RefundApi {

	private final RefundLists lists;

	RefundApi(RefundLists lists) {
		this.lists = lists;
	}

	@GetMapping("/api/v1/order-refunds")
	@Operation(summary = "Refunds of customers' orders, newest first",
			description = "destination tells who gets the money: the customer, whoever paid through a third party (the way he "
					+ "paid), or the partner. An account manager sees those of his customers, a supervisor those of his team's; "
					+ "indirectPartnerId shows those of a reseller's customers. orderId of a combined order shows those of its "
					+ "parts, too.")
	Page<RefundView> list(Caller caller, @RequestParam(required = false) @Nullable UUID indirectPartnerId,
			@RequestParam(required = false) @Size(max = 64) @Nullable String orderId,
			@RequestParam(required = false) @Size(max = 64) @Nullable String refundOrderId,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) Refund.@Nullable State state, PageQuery page) {
		return this.lists.ofPartner(caller, indirectPartnerId,
				new RefundLists.Filter(orderId, refundOrderId, customerId, state), page);
	}

	@GetMapping("/api/v1/my/order-refunds")
	@Operation(summary = "Refunds of the customer's own orders, newest first")
	Page<RefundView> mine(Caller caller, @RequestParam(required = false) @Size(max = 64) @Nullable String orderId,
			PageQuery page) {
		return this.lists.ofCustomer(caller, new RefundLists.Filter(orderId, null, null, null), page);
	}

}
