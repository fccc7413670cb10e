package io.partnerhub.billing.order;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.Reveal;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What callers see of orders (ORD-02, ORD-03); a part of a combined order stands under
 * it.
 */
@Service
@Transactional(readOnly = true)
class OrderLists {

	private static final String RESOURCE = "orders";

	private final OrderListStore store;

	private final OrderStore orders;

	private final LineStore lines;

	private final PriceStore prices;

	private final Names names;

	OrderLists(OrderListStore store, OrderStore orders, LineStore lines, PriceStore prices, Names names) {
		this.store = store;
		this.orders = orders;
		this.lines = lines;
		this.prices = prices;
		this.names = names;
	}

	@Transactional
	Page<Listed> page(Viewer viewer, OrderFilter filter, boolean oldestFirst, PageQuery page) {
		Reveal shown = this.names.permit(viewer);
		List<Listed> rows = this.store.page(filter.on(viewer.sight().conditions()), oldestFirst, page);
		Page<Listed> listed = Page.of(withParts(rows), page, (each) -> each.order().id());
		this.names.record(viewer, RESOURCE, listed.items().stream().map((each) -> each.order().id()).toList());
		return listed.map((each) -> named(each, shown));
	}

	Found find(OrderSight sight, OrderFilter filter, boolean oldestFirst, Offset offset) {
		return new Found(withParts(this.store.find(filter.on(sight.conditions()), oldestFirst, offset)),
				this.store.count(filter.on(sight.conditions())));
	}

	/** A part is shown by its own number, too. */
	@Transactional
	Detail get(Viewer viewer, String number) {
		Reveal shown = this.names.permit(viewer);
		Listed order = this.store.find(viewer.sight().conditions(), number)
			.orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND", "order"));
		this.names.record(viewer, RESOURCE, List.of(order.order().id()));
		List<OrderLine> lines = this.lines.of(order.order());
		return new Detail(named(withParts(List.of(order)).getFirst(), shown), lines,
				this.lines.discounts(order.order(), lines));
	}

	/** What orders came to, by the ids of those that are no parts (8.3). */
	Map<UUID, Price> prices(List<Listed> orders) {
		return this.prices.of(orders.stream().map(Listed::wholeId).toList());
	}

	private static Listed named(Listed listed, Reveal shown) {
		return listed.named(shown.name(Names.COLUMN, listed.customerName()));
	}

	private List<Listed> withParts(List<Listed> rows) {
		List<UUID> ids = rows.stream().map((row) -> row.order().id()).toList();
		Map<UUID, List<Order>> parts = this.orders.parts(ids)
			.stream()
			.collect(Collectors.groupingBy((part) -> Objects.requireNonNull(part.combinedId())));
		return rows.stream().map((row) -> row.with(parts.getOrDefault(row.order().id(), List.of()))).toList();
	}

	/** Some orders, and how many there are in all. */
	record Found(List<Listed> orders, int total) {
	}

	/** An order in full. */
	record Detail(Listed order, List<OrderLine> lines, List<OrderDiscount> discounts) {
	}

}
