package io.partnerhub.billing.refund;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderFacts;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.OrderType;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders that were paid in every way, and the vendor's feed of their refunds. */
final class Till {

	static final String FEED = "/api/v1/vendor/order-refunds";

	private final Orders orders;

	private final Accounts accounts;

	private final Ledger ledger;

	private final TransactionTemplate transaction;

	private final HubClient client;

	Till(Orders orders, Accounts accounts, Ledger ledger, TransactionTemplate transaction, HubClient client) {
		this.orders = orders;
		this.accounts = accounts;
		this.ledger = ledger;
		this.transaction = transaction;
		this.client = client;
	}

	/** An order of 100.00 that the partner paid from its cash. */
	String paidByPartner(Partner partner, UUID customer, AssociationType model) {
		return paid(partner, customer, Bill.of(model, Paid.By.PARTNER).from(AccountType.CASH));
	}

	/** An order of 100.00 that a resale customer paid from his balance. */
	String paidByCustomer(Partner partner, UUID customer) {
		return paid(partner, customer, Bill.of(AssociationType.RESALE, Paid.By.CUSTOMER).from(AccountType.CASH));
	}

	/** An order of 100.00 that a customer paid at the vendor. */
	String paidAtVendor(Partner partner, UUID customer, Paid.With with) {
		Bill bill = Bill.of(AssociationType.ADVISORY, Paid.By.CUSTOMER);
		return paid(partner, customer, (with == Paid.With.ONLINE) ? bill.through("ALIPAY") : bill);
	}

	/** The number of an order paid as the bill says. */
	String paid(Partner partner, UUID customer, Bill bill) {
		String number = "CS" + Ids.next();
		Realm realm = new Realm(partner.tenant(), partner.id());
		Money amount = bill.cash().plus(bill.coupons());
		OrderFacts facts = new OrderFacts(OrderType.NEW, 1, "hws.service.type.ec2", null, amount, amount,
				MovableClock.START, MovableClock.START.plusSeconds(60), null, null, null, null, null, false, null);
		Order order = new Order(Ids.next(), realm, number, null, customer, 1, facts, OrderStatus.PENDING_PAYMENT, 1,
				null, null, null);
		this.transaction.executeWithoutResult((_) -> {
			this.orders.insert(order);
			UUID account = (bill.account() != null) ? pay(realm, customer, bill) : null;
			this.orders.pay(order, OrderStatus.COMPLETED,
					new Paid(bill.paymentId(), MovableClock.START, bill.by(), bill.with(), bill.provider(), account,
							bill.cash(), bill.credit(), bill.coupons(), Money.zero(), bill.model(), bill.reservation()),
					null);
		});
		return number;
	}

	/** The customer asks, and the partner pays an order that the vendor reported. */
	void payOnBehalf(Partner partner, UUID customer, String number, Map<String, Object> choice) {
		this.client.as(Caller.customer("huabei", customer))
			.post("/api/v1/my/orders/" + number + "/payment-request", "")
			.expect(204);
		this.client.as(partner.admin()).post("/api/v1/orders/" + number + "/payment", choice).expect(200);
	}

	/** One refund without coupons. */
	Answer refund(String order, String amount) {
		return refund(refundOf(order, amount));
	}

	Answer refund(Map<String, Object> refund) {
		return refundAll(List.of(refund));
	}

	Answer refundAll(List<Map<String, Object>> refunds) {
		return this.client.as(Given.VENDOR).post(FEED, Map.of("refunds", refunds));
	}

	void appropriateCredit(Partner partner, UUID customer, String amount) {
		this.client.as(partner.admin())
			.post("/api/v1/appropriations",
					Map.of("customerId", customer, "amount", Given.money(amount), "type", "CREDIT"))
			.expect(201);
	}

	/** The state of a refund that must have been learnt. */
	String refunded(String order, String amount) {
		return outcome(refundOf(order, amount));
	}

	/** Its state, or why it was refused. */
	String outcome(Map<String, Object> refund) {
		Answer answer = refund(refund).expect(200);
		return answer.text("/items/0/state") + answer.text("/items/0/code");
	}

	Answer decide(String id, String what) {
		return this.client.as(Given.VENDOR)
			.post(FEED + "/" + id + "/" + what,
					what.equals("rejection") ? Map.of("reason", "not by contract") : Map.of());
	}

	/** The latest refund of an order as the vendor sees it. */
	Answer shown(String order) {
		return this.client.as(Given.VENDOR).get(FEED + "?orderId=" + order).expect(200);
	}

	static Map<String, Object> refundOf(String order, String amount) {
		return new HashMap<>(Map.of("reference", Ids.next(), "refundOrderId", "R" + order, "orderId", order, "cause",
				"NO_REASON", "amount", Given.money(amount), "serviceTypeCode", "hws.service.type.ec2",
				"resourceTypeCode", "hws.resource.type.vm", "regionCode", "cn-north-4"));
	}

	private UUID pay(Realm realm, UUID customer, Bill bill) {
		AccountType type = Objects.requireNonNull(bill.account());
		Account payer = (bill.by() == Paid.By.PARTNER) ? this.accounts.ofPartner(realm, type)
				: this.accounts.ofCustomer(realm, customer, AccountType.CASH);
		UUID clearing = this.accounts.clearing(realm).id();
		Money cash = bill.cash().minus(bill.credit());
		if (cash.isPositive()) {
			this.ledger
				.move(new Movement(bill.paymentId(), EntryKind.ORDER_PAYMENT, realm, payer.id(), clearing, cash));
		}
		if (bill.credit().isPositive()) {
			this.ledger.move(new Movement(bill.paymentId(), EntryKind.ORDER_PAYMENT_CREDIT, realm,
					this.accounts.ofCustomer(realm, customer, AccountType.CREDIT).id(), clearing, bill.credit()));
		}
		return payer.id();
	}

	/** How an order was paid. */
	record Bill(UUID paymentId, AssociationType model, Paid.By by, Paid.With with, @Nullable String provider,
			@Nullable AccountType account, Money cash, Money credit, Money coupons, @Nullable UUID reservation) {

		/** 100.00 in money, at the vendor. */
		static Bill of(AssociationType model, Paid.By by) {
			return new Bill(Ids.next(), model, by, Paid.With.BALANCE, null, null, Money.of("100.00"), Money.zero(),
					Money.zero(), null);
		}

		/** From an account here. */
		Bill from(AccountType account) {
			return new Bill(this.paymentId, this.model, this.by, this.with, this.provider, account, this.cash,
					this.credit, this.coupons, this.reservation);
		}

		Bill through(String provider) {
			return new Bill(this.paymentId, this.model, this.by, Paid.With.ONLINE, provider, this.account, this.cash,
					this.credit, this.coupons, this.reservation);
		}

		Bill of(String cash, String credit, String coupons) {
			return new Bill(this.paymentId, this.model, this.by, this.with, this.provider, this.account, Money.of(cash),
					Money.of(credit), Money.of(coupons), Ids.next());
		}

	}

}
