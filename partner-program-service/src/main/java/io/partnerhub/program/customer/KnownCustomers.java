package io.partnerhub.program.customer;

import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Whoever was ever somebody's customer is one of the hub; who left his partner still is.
 * Every customer becomes known by his first link, those made by the open API included.
 */
@Component
public class KnownCustomers {

	private final KnownCustomerStore store;

	KnownCustomers(KnownCustomerStore store) {
		this.store = store;
	}

	@Bean
	Subscription customersAssociated() {
		return Subscription.to(CustomerAssociated.class, (event) -> this.store.save(event.customerId()));
	}

	/** Refuses an id that no customer has, or whose news has not come yet. */
	public void require(UUID customerId) {
		if (!this.store.exists(customerId)) {
			throw Problem.notFound("CUSTOMER_NOT_FOUND", "customer");
		}
	}

}
