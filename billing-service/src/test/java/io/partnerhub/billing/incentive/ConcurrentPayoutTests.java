package io.partnerhub.billing.incentive;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Together;
import io.partnerhub.billing.Uploads;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/** What many apply for, confirm or pay at once is paid once. */
@BillingTest
class ConcurrentPayoutTests {

	private final Given given;

	private final Books books;

	private final Earnings earnings;

	private final PayoutDesk desk;

	ConcurrentPayoutTests(HubClient client, Given given, Uploads uploads, Books books) {
		this.given = given;
		this.books = books;
		this.earnings = new Earnings(client);
		this.desk = new PayoutDesk(client, uploads);
	}

	@RepeatedTest(3)
	@Tag("INC-07")
	void paysAnIncentiveOnceHoweverManyApplyForIt() throws Exception {
		Partner partner = this.given.distributor();
		this.earnings.certified(partner);
		String incentive = this.earnings.confirmed(partner, "106.00").getFirst();
		String less = this.earnings.billed(partner, "-6.00");
		attempt(() -> this.desk.apply(partner, "ACCOUNT", incentive).status(), 201);
		String payout = this.desk.list(partner).text("/items/0/id");
		String order = this.desk.decide(payout, "acceptance").expect(200).text("/paymentOrderId");
		this.desk.invoice(partner, order, "100.00", "6.00").expect(200);
		this.desk.decideOrder(order, "approval", Map.of()).expect(200);
		attempt(() -> this.desk.decide(payout, "payment").status(), 200);
		assertThat(this.books.partnerHas(partner)).isEqualTo("100.00");
		assertThat(this.earnings.state(partner, less)).isEqualTo("PAID");
		this.books.balance();
	}

	@RepeatedTest(3)
	@Tag("INC-04")
	void creditsAResaleIncentiveOnceHoweverManyConfirmIt() throws Exception {
		Partner partner = this.given.distributor();
		this.earnings.certified(partner);
		String incentive = this.earnings.billed(partner, "106.00", "RESALE");
		attempt(() -> this.earnings.confirm(partner, incentive).status(), 200);
		assertThat(this.books.partnerHas(partner)).isEqualTo("106.00");
		this.books.balance();
	}

	private static void attempt(IntSupplier attempt, int success) throws Exception {
		Callable<Integer> patient = () -> Together.until(attempt);
		List<Integer> answers = Together.all(Stream.generate(() -> patient).limit(320).toList());
		assertThat(answers).containsOnly(success, 409);
		assertThat(Collections.frequency(answers, success)).isEqualTo(1);
	}

}
