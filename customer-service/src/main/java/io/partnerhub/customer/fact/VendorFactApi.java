package io.partnerhub.customer.fact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.partnerhub.customer.contact.ContactRules;
import io.partnerhub.customer.fact.AccountFacts.NewCustomerTag;
import io.partnerhub.customer.fact.AccountFacts.NewCustomerTag.Value;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of facts about accounts (CUS-02). */
@RestController
@Tag(name = "Customer facts")
class VendorFactApi {

	/** News from further ahead would shut out all that follow. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

	private final Facts facts;

	private final Clock clock;

	VendorFactApi(Facts facts, Clock clock) {
		this.facts = facts;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vendor/customer-facts")
	@Operation(summary = "Tell facts about accounts, up to 500 at once",
			description = "A fact left out stays as it was; a flag named under unknown is unknown again. News older than what "
					+ "is known of the account is answered STALE and changes nothing.")
	Outcome learn(@Valid @RequestBody Feed feed, Caller caller) {
		Instant latest = this.clock.instant().plus(CLOCKS_DIFFER);
		List<AccountFacts> news = feed.facts().stream().map((item) -> item.facts(latest)).toList();
		if (news.stream().map(AccountFacts::accountName).distinct().count() < news.size()) {
			throw Problem.invalid("/facts", "REPEATED", "Name every account once.");
		}
		List<String> stale = this.facts.learn(caller, news);
		return new Outcome(news.stream()
			.map((facts) -> new Learnt(facts.accountName(),
					stale.contains(facts.accountName()) ? Result.STALE : Result.APPLIED))
			.toList());
	}

	@Schema(name = "CustomerFactFeed")
	record Feed(@NotEmpty @Size(max = 500) List<@NotNull @Valid News> facts) {
	}

	/**
	 * News about one account, as of {@code asOf}; {@code monthExpenditure} is that of the
	 * present month in UTC+8, {@code graceDays} 0–365. {@code masterAccountName}: login
	 * name of an enterprise member's master, forgotten as soon as he is told to be no
	 * member (CSH-03).
	 */
	@Schema(name = "CustomerFacts")
	record News(@NotBlank @Size(max = 64) @Schema(example = "yunling") String accountName, @NotNull Instant asOf,
			@Email @Size(max = 256) @Nullable String email, @Size(max = 24) @Nullable String mobile,
			@Nullable Instant registeredAt,
			@Pattern(regexp = "[A-Z]{2}",
					message = "must be two capital letters") @Schema(example = "CN") @Nullable String country,
			@Size(min = 1, max = 128) @Nullable String realName, @Min(-1) @Max(1) @Nullable Integer customerType,
			@Min(-1) @Max(2) @Nullable Integer verifiedStatus,
			@Pattern(regexp = "V[0-5]", message = "must be V0 to V5") @Nullable String customerLevel,
			@Size(min = 1, max = 64) @Nullable String signingEntity,
			@Size(min = 1, max = 64) @Nullable String masterAccountName, @Nullable Money monthExpenditure,
			@Nullable Instant resourcesExpireAt, @Min(0) @Max(365) @Nullable Integer graceDays,
			@Valid @Nullable Tagged newCustomerTag, @Nullable Map<Flag, @NotNull Boolean> flags,
			@Size(max = 64) @Nullable Set<@NotNull Flag> unknown) {

		AccountFacts facts(Instant latest) {
			if (this.asOf.isAfter(latest)) {
				throw Problem.invalid("/facts/asOf", "WRONG_VALUE", "Must not lie in the future.");
			}
			if (this.monthExpenditure != null && this.monthExpenditure.minor() < 0) {
				throw Problem.invalid("/facts/monthExpenditure", "WRONG_VALUE", "Must not be negative.");
			}
			return new AccountFacts(this.accountName.toLowerCase(Locale.ROOT),
					(this.email != null) ? ContactRules.email(this.email) : null, ContactRules.mobile(this.mobile),
					this.registeredAt, this.country, this.realName, this.customerType, this.verifiedStatus,
					this.customerLevel, this.signingEntity, master(), this.monthExpenditure, this.resourcesExpireAt,
					this.graceDays, (this.newCustomerTag != null) ? this.newCustomerTag.tag() : null, told(),
					this.asOf);
		}

		private @Nullable String master() {
			if (this.masterAccountName == null) {
				return null;
			}
			if ((this.flags != null && Boolean.FALSE.equals(this.flags.get(Flag.ENTERPRISE_MEMBER)))
					|| (this.unknown != null && this.unknown.contains(Flag.ENTERPRISE_MEMBER))) {
				throw Problem.invalid("/facts/masterAccountName", "WRONG_VALUE", "Only an enterprise member has one.");
			}
			return this.masterAccountName.toLowerCase(Locale.ROOT);
		}

		/** A flag that is unknown again stands without a value. */
		private Map<Flag, @Nullable Boolean> told() {
			Map<Flag, @Nullable Boolean> told = new HashMap<>();
			if (this.flags != null) {
				told.putAll(this.flags);
			}
			if (this.unknown != null) {
				this.unknown.forEach((flag) -> told.put(flag, null));
			}
			return told;
		}

	}

	/** Whether the vendor counts the account as new, and in which months (yyyy-MM). */
	@Schema(name = "NewCustomerTag")
	record Tagged(@NotNull Value value, @Schema(example = "2026-03", type = "string") @Nullable YearMonth effective,
			@Schema(example = "2026-12", type = "string") @Nullable YearMonth expires) {

		NewCustomerTag tag() {
			return new NewCustomerTag(this.value, this.effective, this.expires);
		}

	}

	@Schema(name = "CustomerFactOutcome")
	record Outcome(List<Learnt> items) {
	}

	@Schema(name = "LearntCustomerFacts")
	record Learnt(String accountName, Result result) {
	}

	/** What became of the news. */
	enum Result {

		APPLIED, STALE

	}

}
