package io.partnerhub.customer.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.partnerhub.contracts.AssociationType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An associated customer as his partner sees him. */
@Schema(name = "Customer")
record CustomerView(UUID customerId, String accountName, @Nullable String customerName, @Nullable String email,
		@Nullable String mobile, @Nullable String label, int customerType, int verifiedStatus,
		AssociationType associationType, int epoch, Instant associatedAt, @Nullable ManagerView accountManager,
		@Nullable List<String> allowedActions, @JsonIgnore UUID associationId, @JsonIgnore long version) {

	CustomerView withActions(List<String> actions) {
		return new CustomerView(this.customerId, this.accountName, this.customerName, this.email, this.mobile,
				this.label, this.customerType, this.verifiedStatus, this.associationType, this.epoch, this.associatedAt,
				this.accountManager, actions, this.associationId, this.version);
	}

	/** His account manager; the name is absent until the member's event has arrived. */
	@Schema(name = "AccountManagerName")
	record ManagerView(UUID memberId, @Nullable String loginName) {
	}

}
