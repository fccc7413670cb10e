package io.partnerhub.billing.refund;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.order.OrderSight;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What callers see of refunds: those of the orders they see (ORD-02). */
@Service
@Transactional(readOnly = true)
class RefundLists {

	private final RefundListStore store;

	private final RefundStore refunds;

	private final CouponReturnStore coupons;

	private final KnownPartners partners;

	RefundLists(RefundListStore store, RefundStore refunds, CouponReturnStore coupons, KnownPartners partners) {
		this.store = store;
		this.refunds = refunds;
		this.coupons = coupons;
		this.partners = partners;
	}

	/** Those of the partner's customers, or of one of its resellers'. */
	Page<RefundView> ofPartner(Caller caller, @Nullable UUID reseller, Filter filter, PageQuery page) {
		OrderSight sight = OrderSight.of(caller, this.partners.realmOf(caller, reseller));
		return page(filter.on(sight.conditions()), page);
	}

	Page<RefundView> ofCustomer(Caller caller, Filter filter, PageQuery page) {
		return page(filter.on(OrderSight.ofCustomer(caller.customer()).conditions()), page);
	}

	Page<RefundView> all(Filter filter, PageQuery page) {
		return page(filter.on(new Conditions()), page);
	}

	/**
	 * What an unsubscription or a change gave back to the caller's customers, or to him.
	 */
	List<Refund> ofRefundOrder(Caller caller, String number) {
		OrderSight sight = caller.is(Caller.Kind.CUSTOMER) ? OrderSight.ofCustomer(caller.customer())
				: OrderSight.of(caller, this.partners.actingFor(caller, null));
		return this.store.ofRefundOrder(new Filter(null, number, null, null).on(sight.conditions()));
	}

	RefundView any(UUID id) {
		Refund refund = this.refunds.find(id).orElseThrow(() -> Problem.notFound("refund"));
		return RefundView.of(refund, this.coupons.rows(List.of(id)));
	}

	private Page<RefundView> page(Conditions conditions, PageQuery query) {
		Page<Refund> page = Page.of(this.store.page(conditions, query), query, Refund::id);
		Map<UUID, List<CouponReturnStore.Row>> rows = this.coupons.rows(page.items().stream().map(Refund::id).toList())
			.stream()
			.collect(Collectors.groupingBy(CouponReturnStore.Row::refundId));
		return page.map((refund) -> RefundView.of(refund, rows.getOrDefault(refund.id(), List.of())));
	}

	/** What refunds are asked for; numbers of orders in any case of letters. */
	record Filter(@Nullable String orderId, @Nullable String refundOrderId, @Nullable UUID customerId,
			Refund.@Nullable State state) {

		/** Those of a combined order's parts are its own, too (ORD-14). */
		private static final String OF_ORDER = """
				(lower(r.base_order_number) = lower(:base)
				 or r.order_id = (select w.id from customer_order w where lower(w.order_number) = lower(:base)))
				""";

		Conditions on(Conditions sight) {
			return sight.and(OF_ORDER, "base", this.orderId)
				.and("lower(r.refund_order_number) = lower(:refundOrder)", "refundOrder", this.refundOrderId)
				.and("r.customer_id = :customer", "customer", this.customerId)
				.and("r.state = :state", "state", this.state);
		}

	}

}
