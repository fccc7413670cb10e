package io.partnerhub.billing.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.billing.servicetype.ServiceNames;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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

	private final ServiceNames names;

	OrderOpenApi(OrderLists lists, OrderPeriods periods, KnownPartners partners, ServiceNames names) {
		this.lists = lists;
		this.periods = periods;
		this.partners = partners;
		this.names = names;
	}

	@GetMapping("/v2/orders/customer-orders")
	@Operation(summary = "ListCustomerOrders",
			description = "400 CBC.80021021: the time range is longer than a year. X-Language en_US answers English names, anything else Chinese ones.")
	Orders list(Caller caller, @RequestHeader(name = "X-Language", required = false) @Nullable String language,
			@ParameterObject OrderQuery query) {
		OrderLists.Found found = this.lists.find(sight(caller, query.indirectPartnerId()), query.filter(this.periods),
				query.oldestFirst(), Offset.of(query.offset(), query.limit()));
		Map<UUID, Price> prices = this.lists.prices(found.orders());
		Map<String, String> named = this.names.of(found.orders().stream().flatMap(OrderOpenApi::codes).toList(),
				language);
		return new Orders(found.total(),
				found.orders()
					.stream()
					.map((each) -> WireOrder.v2(each,
							new WireOrder.Context(prices.getOrDefault(each.wholeId(), Price.PLAIN), named)))
					.toList());
	}

	@GetMapping("/v2/orders/customer-orders/details/{order_id}")
	@Operation(summary = "ShowCustomerOrderDetails",
			description = "400 CBC.30000010: there is no such order of the caller's. X-Language en_US answers English names, anything else Chinese ones.")
	Details show(Caller caller, @RequestHeader(name = "X-Language", required = false) @Nullable String language,
			@PathVariable("order_id") String orderId,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit,
			@RequestParam(name = "offset", required = false) @Nullable Integer offset,
			@RequestParam(name = "indirect_partner_id", required = false) @Nullable String indirectPartnerId) {
		Offset page = Offset.of(offset, limit);
		OrderLists.Detail detail = this.lists.get(Viewer.of(caller, sight(caller, indirectPartnerId), null), orderId);
		WireOrder.Context context = context(detail, language);
		List<WireItem> items = detail.lines()
			.stream()
			.skip(page.offset())
			.limit(page.limit())
			.map((line) -> WireItem.of(line, detail.lines(), detail.order().order(), context))
			.toList();
		return new Details(detail.lines().size(), WireOrder.v3(detail.order(), context), items);
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

	private WireOrder.Context context(OrderLists.Detail detail, @Nullable String language) {
		Listed order = detail.order();
		List<String> codes = Stream.concat(codes(order), detail.lines().stream().map(OrderLine::serviceTypeCode))
			.toList();
		return new WireOrder.Context(this.lists.prices(List.of(order)).getOrDefault(order.wholeId(), Price.PLAIN),
				this.names.of(codes, language));
	}

	private static Stream<String> codes(Listed listed) {
		return Stream.concat(Stream.of(listed.order()), listed.parts().stream())
			.map((order) -> order.facts().serviceTypeCode());
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
	record Details(int totalCount, WireOrder orderInfo, List<WireItem> orderLineItems) {
	}

}
