package io.partnerhub.billing.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.StatementFilter;
import io.partnerhub.billing.ledger.StatementLine.Direction;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which changes of an account are wanted, in the vendor's words. Words it has for money
 * that is not kept here find nothing; words it does not have are refused.
 */
record ChangeQuery(
		@Parameter(name = "balance_type", required = true) @BindParam("balance_type") @Nullable String balanceType,
		@Parameter(name = "trade_type") @BindParam("trade_type") @Nullable String tradeType,
		@Parameter(name = "trade_time_begin") @BindParam("trade_time_begin") @Nullable String begin,
		@Parameter(name = "trade_time_end") @BindParam("trade_time_end") @Nullable String end, @Nullable Integer offset,
		@Nullable Integer limit) {

	private static final Set<String> TRADE_TYPES = Set.of("RECHARGE", "DEDEUCT", "REFUND", "RFROZEN", "TRANS", "ADJUST",
			"BEADJUST", "BERETRIEVE", "BEUNBIND", "BONUSCONVERT", "TRADE_MODE_TRANSFER", "EXPIRED", "DEPOSIT");

	Optional<AccountType> account() {
		return switch ((this.balanceType != null) ? this.balanceType : "") {
			case "BALANCE_TYPE_DEBIT" -> Optional.of(AccountType.CASH);
			case "BALANCE_TYPE_CREDIT" -> Optional.of(AccountType.CREDIT);
			case "BALANCE_TYPE_BONUS" -> Optional.of(AccountType.BONUS);
			case "BALANCE_TYPE_COUPON", "BALANCE_TYPE_RCASH_COUPON", "BALANCE_TYPE_STORED_VALUE_CARD" ->
				Optional.empty();
			default -> throw Problem.invalid("/balance_type", "INVALID", "balance_type is one of the vendor's.");
		};
	}

	/** Empty if no entry can be meant. */
	Optional<StatementFilter> filter(Account account, @Nullable Direction direction, @Nullable UUID tradeId,
			ChangePeriods.Period period) {
		Set<EntryKind> kinds = kinds();
		boolean none = kinds.isEmpty() && this.tradeType != null && !this.tradeType.isEmpty();
		return none ? Optional.empty()
				: Optional.of(new StatementFilter(account, kinds, direction, tradeId, period.from(), period.to()));
	}

	private Set<EntryKind> kinds() {
		if (this.tradeType == null || this.tradeType.isEmpty()) {
			return Set.of();
		}
		if (!TRADE_TYPES.contains(this.tradeType)) {
			throw Problem.invalid("/trade_type", "INVALID", "There is no such trade type.");
		}
		return Arrays.stream(EntryKind.values())
			.filter((kind) -> kind.tradeType().equals(this.tradeType))
			.collect(Collectors.toSet());
	}

}
