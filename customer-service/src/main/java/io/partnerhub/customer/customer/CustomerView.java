package io.partnerhub.customer.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.listing.Listing;
import io.partnerhub.customer.listing.Listing.AvailableQuota;
import io.partnerhub.customer.privacy.PersonalField;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An associated customer as his partner sees him; names, e-mail and mobile number are
 * masked unless revealed. What nobody has told is absent (CUS-02).
 */
@Schema(name = "Customer")
record CustomerView(UUID customerId, String accountName,
		@Nullable @Schema(description = "Masked unless revealed", example = "云***") String customerName,
		@Nullable @Schema(description = "Masked unless revealed", example = "l***@a***.example") String email,
		@Nullable @Schema(description = "Masked unless revealed", example = "+86138****5678") String mobile,
		@Nullable String label,
		@Schema(description = "-1 none, 0 individual, 1 enterprise", example = "1") int customerType,
		@Schema(description = "-1 not verified, 0 in review, 1 refused, 2 verified", example = "2") int verifiedStatus,
		@Schema(example = "V0") String customerLevel, FrozenState frozen, AssociationType associationType, int epoch,
		Instant associatedAt, @Nullable ManagerView accountManager, AvailableQuota availableQuota,
		@Nullable @Schema(description = "What billing counts as owed") Money arrears,
		@Nullable @Schema(description = "Spent in the present month, UTC+8") Money monthExpenditure,
		@Nullable @Schema(description = "When the next resource expires") Instant resourcesExpireAt,
		@Nullable List<String> allowedActions, @JsonIgnore long version) {

	/** What can be revealed of a customer. */
	static final PersonalField[] PERSONAL = { PersonalField.CUSTOMER_NAME, PersonalField.EMAIL, PersonalField.MOBILE,
			PersonalField.ACCOUNT_MANAGER };

	/**
	 * A row as it is shown.
	 * @param month first day of the present month: what was spent in another is not shown
	 */
	static CustomerView of(Listing row, Reveal shown, LocalDate month, @Nullable List<String> actions) {
		Reveal reveal = shown.in(row.accountManagerId());
		return new CustomerView(row.customerId(), row.accountName(),
				reveal.show(PersonalField.CUSTOMER_NAME, row.customerName()),
				reveal.show(PersonalField.EMAIL, row.email()), reveal.show(PersonalField.MOBILE, row.mobile()),
				row.label(), row.customerType(), row.verifiedStatus(), row.customerLevel(),
				FrozenState.of(row.frozen()), row.associationType(), row.epoch(), row.associatedAt(),
				ManagerView.of(row, reveal), row.availableQuota(), row.arrears(),
				month.equals(row.expenditureMonth()) ? row.monthExpenditure() : null, row.resourcesExpireAt(), actions,
				row.version());
	}

	/** His account manager; the name is absent until the member's event has arrived. */
	@Schema(name = "AccountManagerName")
	record ManagerView(UUID memberId,
			@Nullable @Schema(description = "Masked unless revealed", example = "l***") String loginName) {

		private static @Nullable ManagerView of(Listing row, Reveal reveal) {
			UUID id = row.accountManagerId();
			return (id != null) ? new ManagerView(id, reveal.show(PersonalField.ACCOUNT_MANAGER, row.managerLogin()))
					: null;
		}

	}

	/** How far he is frozen. */
	@Schema(name = "CustomerFrozenState")
	enum FrozenState {

		NO(0), ACCOUNT(1), ACCOUNT_AND_RESOURCE(2);

		private final int code;

		FrozenState(int code) {
			this.code = code;
		}

		int code() {
			return this.code;
		}

		private static FrozenState of(int code) {
			return Arrays.stream(values()).filter((state) -> state.code == code).findFirst().orElseThrow();
		}

	}

}
