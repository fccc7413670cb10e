package io.partnerhub.customer.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor's feed has told about one account; what it has not told is unknown, and
 * neither yes nor no (CUS-02).
 *
 * @param accountName login name of the account, in lower case
 * @param registeredAt when the account was opened at the vendor
 * @param country ISO 3166-1 alpha-2
 * @param customerType 0 individual, 1 enterprise, -1 none
 * @param verifiedStatus -1 not verified, 0 in review, 1 refused, 2 verified
 * @param masterAccountName master of an enterprise member, in lower case (CSH-03)
 * @param monthExpenditure what it has spent in the present month
 * @param resourcesExpireAt when its next resource expires
 * @param graceDays pay-per-use grace period in days
 */
public record AccountFacts(String accountName, @Nullable String email, @Nullable String mobile,
		@Nullable Instant registeredAt, @Nullable String country, @Nullable String realName,
		@Nullable Integer customerType, @Nullable Integer verifiedStatus, @Nullable String customerLevel,
		@Nullable String signingEntity, @Nullable String masterAccountName, @Nullable Money monthExpenditure,
		@Nullable Instant resourcesExpireAt, @Nullable Integer graceDays, @Nullable NewCustomerTag newCustomerTag,
		Map<Flag, @Nullable Boolean> flags, Instant asOf) {

	/** Nothing is known about this account. */
	public static AccountFacts unknown(String accountName) {
		return new AccountFacts(accountName, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, Map.of(), Instant.EPOCH);
	}

	/** Yes, no, or unknown. */
	public Optional<Boolean> is(Flag flag) {
		return Optional.ofNullable(this.flags.get(flag));
	}

	/**
	 * Whether the vendor counts the account as a new customer, from and to which month.
	 */
	public record NewCustomerTag(Value value, @Nullable YearMonth effective, @Nullable YearMonth expires) {

		/** After the last month the tag turns to N. */
		public Value on(LocalDate day) {
			return (this.value == Value.Y && this.expires != null && YearMonth.from(day).isAfter(this.expires))
					? Value.N : this.value;
		}

		/** Values of the open API. */
		public enum Value {

			Y, N, UNDETERMINED

		}

	}

}
