package io.partnerhub.billing.refund;

import java.time.Duration;
import java.util.UUID;

import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.billing.provider.Instruction;
import io.partnerhub.billing.provider.Providers;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.OrderEvent.OrderRefunded;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What was paid through a third party goes back the way it came (ORD-22). */
@RefundTest
@Tag("ORD-22")
class RefundingByProviderTests {

	private final Given given;

	private final Till till;

	private final Books books;

	private final Providers providers;

	private final TransactionTemplate transaction;

	private final Announced announced;

	private final Hears hears;

	private final MovableClock clock;

	RefundingByProviderTests(Given given, Till till, Books books, Providers providers, TransactionTemplate transaction,
			Announced announced, Hears hears, MovableClock clock) {
		this.given = given;
		this.till = till;
		this.books = books;
		this.providers = providers;
		this.transaction = transaction;
		this.announced = announced;
		this.hears = hears;
		this.clock = clock;
	}

	@BeforeEach
	void nothingElseIsDue() {
		this.providers.run();
	}

	@AfterEach
	void presentTime() {
		this.clock.reset();
		this.books.balance();
	}

	@Test
	@Tag("I-25")
	void goesBackTheWayItWasPaidWhateverBecameOfTheLink() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.resaleCustomer(partner);
		String order = paid(partner, customer);
		this.hears.event(Given.disassociated(partner, customer, 1, AssociationType.RESALE));
		this.announced.next();
		assertThat(this.till.refunded(order, "40.00")).isEqualTo("AT_PROVIDER");
		assertThat(this.announced.next(OrderRefunded.class)).isEmpty();
		this.providers.run();
		assertThat(shown(order, "state")).isEqualTo("DONE");
		assertThat(shown(order, "destination")).isEqualTo("ORIGINAL_ROUTE");
		assertThat(this.announced.next(OrderRefunded.class)).hasSize(1);
		assertThat(this.till.refunded(order, "60.01")).isEqualTo("REFUND_EXCEEDS_PAYMENT");
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
	}

	@Test
	void goesToThePayingAccountIfTheProviderRefuses() {
		Partner partner = this.given.distributorWith("500.00");
		String order = paid(partner, this.given.resaleCustomer(partner));
		assertThat(this.till.refunded(order, "40.01")).isEqualTo("AT_PROVIDER");
		this.providers.run();
		assertThat(shown(order, "destination")).isEqualTo("PARTNER_ACCOUNT");
		assertThat(shown(order, "reason")).isEqualTo("PAYER_REFUSED");
		assertThat(this.books.partnerHas(partner)).isEqualTo("540.01");
	}

	@Test
	void asksUntilAnUnknownOutcomeIsKnownAndRefundsOnce() {
		Partner partner = this.given.distributorWith("500.00");
		String order = paid(partner, this.given.resaleCustomer(partner));
		this.till.refunded(order, "40.03");
		this.providers.run();
		assertThat(shown(order, "state")).isEqualTo("AT_PROVIDER");
		this.clock.advance(Duration.ofSeconds(30));
		this.providers.run();
		assertThat(shown(order, "state")).isEqualTo("DONE");
		UUID id = UUID.fromString(shown(order, "id"));
		assertThat(this.books.number("select sendings from provider_instruction where id = '" + id + "'")).isOne();
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
	}

	/** An order of 100.00 that the partner paid through a third party. */
	private String paid(Partner partner, UUID customer) {
		Till.Bill bill = Till.Bill.of(AssociationType.RESALE, Paid.By.PARTNER).through("ALIPAY");
		this.transaction.executeWithoutResult(
				(_) -> this.providers.collect(bill.paymentId(), new Realm(partner.tenant(), partner.id()), "ALIPAY",
						Money.of("100.00"), this.clock.instant().plus(Duration.ofDays(7))));
		assertThat(this.providers.send(bill.paymentId()).state()).isEqualTo(Instruction.State.DONE);
		return this.till.paid(partner, customer, bill);
	}

	private String shown(String order, String field) {
		return this.till.shown(order).text("/items/0/" + field);
	}

}
