package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders that commands of other features work on. Whoever changes one holds its
 * customer's row first, then its own; what happens to a combined order happens to all of
 * its parts (ORD-14).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Orders {

	private final OrderStore store;

	private final LineStore lines;

	Orders(OrderStore store, LineStore lines) {
		this.store = store;
		this.lines = lines;
	}

	@Transactional(readOnly = true)
	public Optional<Order> find(String number) {
		return this.store.find(number);
	}

	@Transactional(readOnly = true)
	public Optional<Order> find(UUID id) {
		return this.store.find(id);
	}

	/** Keeps the order to the present transaction and tells it as it stands now. */
	public Optional<Order> lock(UUID id) {
		return this.store.lock(id);
	}

	/** False if the number is known already. */
	public boolean insert(Order order) {
		return this.store.insert(order);
	}

	public void update(Order order) {
		this.store.update(order);
	}

	public void insertLines(Order order, List<OrderLine> lines, List<OrderDiscount> discounts) {
		this.lines.insert(order, lines, discounts);
	}

	public void replaceLines(Order order, List<OrderLine> lines, List<OrderDiscount> discounts) {
		this.lines.replace(order, lines, discounts);
	}

	public void cancel(Order order, Canceller canceller) {
		this.store.cancel(order.id(), canceller);
	}

	/**
	 * The order is paid, and so is each of its parts.
	 * @param discountId the discount its payer chose
	 */
	public void pay(Order order, OrderStatus status, Paid paid, @Nullable String discountId) {
		this.store.pay(order.id(), status, paid);
		List<Order> parts = parts(order);
		if (!parts.isEmpty()) {
			List<OrderLine> lines = this.lines.of(order);
			OrderDiscount discount = this.lines.discounts(order, lines)
				.stream()
				.filter((each) -> each.id().equals(discountId))
				.findAny()
				.orElse(null);
			this.store.payParts(status, PartPrices.of(parts, lines, discount));
		}
	}

	public void setSpecialVatInvoice(Order order, boolean issued) {
		this.store.setSpecialVatInvoice(order.id(), issued);
	}

	/**
	 * Whether an order, or a part of a combined one, can be unsubscribed: not once the
	 * customer has a special VAT invoice of what his partner paid for him (ORD-15).
	 */
	@Transactional(readOnly = true)
	public boolean isUnsubscribable(Order order) {
		UUID whole = order.combinedId();
		Order paid = (whole != null) ? this.store.find(whole).orElseThrow() : order;
		return !InvoiceRoute.isVendorToCustomer(paid.paid()) || !this.store.hasSpecialVatInvoice(paid);
	}

	/** Whether the vendor invoices the customer what his partner paid (ORD-15). */
	@Transactional(readOnly = true)
	public boolean isInvoicedToCustomer(String number) {
		return this.store.find(number).filter((order) -> InvoiceRoute.isVendorToCustomer(order.paid())).isPresent();
	}

	/** Whether it is the first order that is paid by or for the customer (USE-03). */
	@Transactional(readOnly = true)
	public boolean isFirst(Order order) {
		return !this.store.hasPaidBefore(order);
	}

	public void setRequest(Order order, UUID request) {
		this.store.setRequest(order.id(), request);
	}

	@Transactional(readOnly = true)
	public List<Order> parts(Order order) {
		return this.store.parts(List.of(order.id()));
	}

	@Transactional(readOnly = true)
	public List<OrderLine> lines(Order order) {
		return this.lines.of(order);
	}

	@Transactional(readOnly = true)
	public List<OrderDiscount> discounts(Order order) {
		return this.lines.discounts(order, this.lines.of(order));
	}

	/** Unpaid orders with an open request that should have taken effect (ORD-12). */
	@Transactional(readOnly = true)
	public List<Order> overdue(Instant now, int limit) {
		return this.store.overdue(now, limit);
	}

	/** Unpaid orders whose time is over (ORD-13). */
	@Transactional(readOnly = true)
	public List<Order> due(Instant now, int limit) {
		return this.store.due(now, limit);
	}

}
