package io.partnerhub.billing.order;

import java.util.List;

import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The vendor-compatible view of orders: a partner's customers', or a customer's own. */
@RestController
@Tag(name = "Vendor-compatible API")
class OrderOpenApi {

	private final OrderLists lists;

	private final OrderPeriods periods;

	private final KnownPartners partners;

	OrderOpenApi(OrderLists lists, OrderPeriods periods, KnownPartners partners) {
		this.lists = lists;
		this.periods = periods;
		this.partners = partners;
	}

	@GetMapping("/v2/orders/customer-orders")
	@Operation(summary = "ListCustomerOrders", description = "400 CBC.80021021: the time range is longer than a year.")
	Orders list(Caller caller, @ParameterObject OrderQuery query) {
		OrderLists.Found found = this.lists.find(sight(caller, query.indirectPartnerId()), query.filter(this.periods),
				query.oldestFirst(), Offset.of(query.offset(), query.limit()));
		return new Orders(found.total(), found.orders().stream().map(WireOrder::v2).toList());
	}

	@GetMapping("/v2/orders/customer-orders/details/{order_id}")
	@Operation(summary = "ShowCustomerOrderDetails",
			description = "400 CBC.30000010: there is no such order of the caller's.")
	Details show(Caller caller, @PathVariable("order_id") String orderId,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit,
			@RequestParam(name = "offset", required = false) @Nullable Integer offset,
			@RequestParam(name = "indirect_partner_id", required = false) @Nullable String indirectPartnerId) {
		Offset page = Offset.of(offset, limit);
		OrderLists.Detail detail = this.lists.get(Viewer.of(caller, sight(caller, indirectPartnerId), null), orderId);
		List<WireOrder.Item> items = detail.lines()
			.stream()
			.skip(page.offset())
			.limit(page.limit())
			.map((line) -> WireOrder.Item.of(line, detail.order().order()))
			.toList();
		return new Details(detail.lines().size(), WireOrder.v3(detail.order()), items);
	}

	@GetMapping("/v2/orders/customer-orders/order-discounts")
	@Operation(summary = "ListOrderDiscounts",
			description = "400 CBC.30000010: there is no such order of the caller's.")
	WireDiscount.Answer discounts(Caller caller, @RequestParam("order_id") String orderId) {
		OrderLists.Detail detail = this.lists.get(Viewer.self(caller.require(Caller.Kind.CUSTOMER)), orderId);
		return new WireDiscount.Answer(detail.discounts()
			.stream()
			.map((discount) -> WireDiscount.of(discount, detail.order().order().number()))
			.toList());
	}

	/** A partner's caller acts for himself, or for a reseller of his that he names. */
	private OrderSight sight(Caller caller, @Nullable String reseller) {
		return caller.is(Caller.Kind.CUSTOMER) ? OrderSight.ofCustomer(caller.customer())
				: OrderSight.of(caller, this.partners.actingFor(caller, reseller));
	}

	/** The answer of ListCustomerOrders. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Orders(int totalCount, List<WireOrder> orderInfos) {
	}

	/** The answer of ShowCustomerOrderDetails; the paging is that of the items. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Details(int totalCount, WireOrder orderInfo, List<WireOrder.Item> orderLineItems) {
	}

}
