package io.partnerhub.opportunity.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.opportunity.A;
import io.partnerhub.opportunity.OpportunityTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

@OpportunityTest
class RegisteringWhileTheLinkEndsTests {

	private static final int WRITERS = 8;

	private final HubClient client;

	private final Hears hears;

	private final Announced announced;

	RegisteringWhileTheLinkEndsTests(HubClient client, Hears hears, Announced announced) {
		this.client = client;
		this.hears = hears;
		this.announced = announced;
	}

	@RepeatedTest(5)
	@Tag("OPP-17")
	@Tag("OPP-01")
	void leavesNothingOpen() throws Exception {
		UUID partner = Ids.next();
		UUID customer = Ids.next();
		HubClient.As administrator = this.client.as(A.administrator(partner));
		this.hears.event(A.link(partner, customer, 1, null));
		this.announced.next();

		List<Integer> statuses = race(
				() -> administrator.post("/api/v1/opportunities", A.registration(customer)).status(),
				() -> this.hears.event(A.end(partner, customer, 1)));

		long registered = statuses.stream().filter((status) -> status == 201).count();
		assertThat(statuses).containsOnly(201, 409);
		assertThat(administrator.get("/api/v1/opportunities?state=OPEN").json().at("/items")).isEmpty();
		assertThat(this.announced.next(CustomerOpportunitiesClosed.class))
			.containsExactly(new CustomerOpportunitiesClosed(partner, partner, customer, 1, registered));
	}

	@RepeatedTest(3)
	@Tag("DIS-14")
	void leavesNothingOpenWithTheFormerPartner() throws Exception {
		UUID distributor = Ids.next();
		UUID customer = Ids.next();
		HubClient.As administrator = this.client.as(A.administrator(distributor));
		this.hears.event(A.link(distributor, customer, 1, null));
		this.announced.next();

		List<Integer> statuses = race(
				() -> administrator.post("/api/v1/opportunities", A.registration(customer)).status(),
				() -> this.hears.event(A.move(distributor, Ids.next(), customer, 1)));

		long registered = statuses.stream().filter((status) -> status == 201).count();
		assertThat(statuses).containsOnly(201, 404);
		assertThat(administrator.get("/api/v1/opportunities?state=OPEN").json().at("/items")).isEmpty();
		assertThat(this.announced.next(CustomerOpportunitiesClosed.class))
			.containsExactly(new CustomerOpportunitiesClosed(distributor, distributor, customer, 1, registered));
	}

	/** Several writers, each until it is refused, against one end. */
	private static List<Integer> race(java.util.function.IntSupplier register, Runnable end) throws Exception {
		List<Integer> statuses = new ArrayList<>();
		CountDownLatch underWay = new CountDownLatch(WRITERS);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<List<Integer>>> writers = new ArrayList<>();
			for (int i = 0; i < WRITERS; i++) {
				writers.add(threads.submit(() -> untilRefused(register, underWay)));
			}
			underWay.await();
			end.run();
			for (Future<List<Integer>> writer : writers) {
				statuses.addAll(writer.get());
			}
		}
		return statuses;
	}

	private static List<Integer> untilRefused(java.util.function.IntSupplier register, CountDownLatch underWay) {
		List<Integer> statuses = new ArrayList<>();
		do {
			statuses.add(register.getAsInt());
			underWay.countDown();
		}
		while (statuses.getLast() == 201 && statuses.size() < 50);
		return statuses;
	}

}
