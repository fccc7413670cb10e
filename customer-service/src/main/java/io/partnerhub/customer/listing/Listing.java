package io.partnerhub.customer.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer with his present link and what is known about him.
 *
 * @param managerLogin login name of his account manager, absent until the member's event
 * has arrived
 * @param arrears what he owes by billing's count, absent while it has told nothing
 * @param expenditureMonth first day of the month in which {@code monthExpenditure} was
 * spent
 * @param version grows with every change a partner can make
 */
public record Listing(UUID customerId, UUID associationId, Instant associatedAt, int epoch,
		AssociationType associationType, @Nullable UUID accountManagerId, @Nullable String managerLogin,
		String accountName, @Nullable String customerName, @Nullable String email, @Nullable String mobile,
		@Nullable String label, int customerType, int verifiedStatus, String customerLevel, int frozen,
		AvailableQuota availableQuota, @Nullable Money arrears, @Nullable Money monthExpenditure,
		@Nullable LocalDate expenditureMonth, @Nullable Instant resourcesExpireAt, @Nullable String xaccountId,
		@Nullable String xaccountType, long version) {

	/**
	 * Whether he can spend (可用额度); unknown as long as nobody has told (CUS-01, CUS-02).
	 */
	public enum AvailableQuota {

		ARREARS, NO_ARREARS, UNKNOWN

	}

}
