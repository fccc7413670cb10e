package io.partnerhub.customer.subcustomer;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.customer.Customer;
import io.partnerhub.customer.listing.Listing;
import io.partnerhub.customer.listing.Listings;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CreateSubCustomer, ListSubCustomers and CheckUserIdentity of the open API. */
@RestController
@Tag(name = "Open API: customers")
class SubCustomerOpenApi {

	private static final int DEEPEST = 40_000_000;

	private final SubCustomers subCustomers;

	SubCustomerOpenApi(SubCustomers subCustomers) {
		this.subCustomers = subCustomers;
	}

	@PostMapping("/v2/partners/sub-customers")
	@Operation(summary = "CreateSubCustomer", description = "Records a customer and associates him at once.")
	Created create(@Valid @RequestBody Creation body, Caller caller) {
		UUID code = this.subCustomers.tryCode(caller, body.mobilePhone(), body.verificationCode());
		Customer customer = this.subCustomers.create(caller,
				new SubCustomers.Order(body.domainName(), body.mobilePhone(), code, body.password(), body.xaccountId(),
						body.xaccountType(), body.associationType(), body.indirectPartnerId()));
		return new Created(customer.id().toString(), customer.accountName());
	}

	@PostMapping("/v2/partners/sub-customers/query")
	@Operation(summary = "ListSubCustomers")
	CustomerInfos list(@Valid @RequestBody Query query, Caller caller) {
		Offset page = Offset.of(query.offset(), query.limit());
		if (page.offset() > DEEPEST) {
			throw Problem.invalid("/offset", "OUT_OF_RANGE", "offset is at most 40000000.");
		}
		Listings.Slice found = this.subCustomers.list(caller, SubCustomerFilter.of(query), query.indirectPartnerId(),
				page);
		return new CustomerInfos(found.rows().stream().map(CustomerInfo::of).toList(), found.count());
	}

	@PostMapping("/v2/partners/sub-customers/users/check-identity")
	@Operation(summary = "CheckUserIdentity", description = "Whether a login name, mobile or e-mail can still be used.")
	Verdict check(@Valid @RequestBody Question question, Caller caller) {
		boolean free = switch (question.searchType()) {
			case "name" -> this.subCustomers.nameIsFree(caller, question.searchValue());
			case "mobile" -> this.subCustomers.mobileIsFree(caller, question.mobile());
			default -> this.subCustomers.emailIsFree(caller);
		};
		return new Verdict(free ? "available" : "used_by_user");
	}

	/**
	 * A login name absent is generated; a mobile number comes with the code that was sent
	 * to it.
	 */
	@Schema(name = "CreateSubCustomerRequest")
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Creation(@JsonProperty("domain_name") @Size(max = 64) @Nullable String domainName,
			@JsonProperty("mobile_phone") @Size(max = 64) @Nullable String mobilePhone,
			@JsonProperty("verification_code") @Size(min = 1, max = 64) @Nullable String verificationCode,
			@JsonProperty("xaccount_id") @NotBlank @Size(max = 128) String xaccountId,
			@JsonProperty("xaccount_type") @NotBlank @Size(max = 64) String xaccountType,
			@JsonProperty("password") @Size(min = 1, max = 64) @Nullable String password,
			@JsonProperty("is_close_market_ms") @Pattern(regexp = "true|false|") @Nullable String closeMarketMessages,
			@JsonProperty("cooperation_type") @Size(max = 64) @Nullable String cooperationType,
			@JsonProperty("indirect_partner_id") @Size(max = 100) @Nullable String indirectPartnerId,
			@JsonProperty("include_association_result") @Nullable Boolean includeAssociationResult) {

		/** "1" makes an advisory customer, anything else a resale customer. */
		AssociationType associationType() {
			return AssociationType.ADVISORY.code().equals(this.cooperationType) ? AssociationType.ADVISORY
					: AssociationType.RESALE;
		}

	}

	@Schema(name = "CreateSubCustomerResponse")
	record Created(@JsonProperty("domain_id") String domainId, @JsonProperty("domain_name") String domainName) {
	}

	@Schema(name = "ListSubCustomersRequest")
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Query(@JsonProperty("account_name") @Size(max = 64) @Nullable String accountName,
			@JsonProperty("customer") @Size(max = 128) @Nullable String customer,
			@JsonProperty("offset") @Nullable Integer offset, @JsonProperty("limit") @Nullable Integer limit,
			@JsonProperty("label") @Size(max = 64) @Nullable String label,
			@JsonProperty("association_type") @Nullable String associationType,
			@JsonProperty("associated_on_begin") @Nullable String associatedOnBegin,
			@JsonProperty("associated_on_end") @Nullable String associatedOnEnd,
			@JsonProperty("customer_id") @Size(max = 64) @Nullable String customerId,
			@JsonProperty("indirect_partner_id") @Size(max = 100) @Nullable String indirectPartnerId) {
	}

	@Schema(name = "ListSubCustomersResponse")
	record CustomerInfos(@JsonProperty("customer_infos") List<CustomerInfo> customerInfos,
			@JsonProperty("count") long count) {
	}

	@Schema(name = "CustomerInformation")
	record CustomerInfo(@JsonProperty("customer") @Nullable String customer,
			@JsonProperty("account_name") String accountName, @JsonProperty("customer_id") String customerId,
			@JsonProperty("associated_on") String associatedOn,
			@JsonProperty("association_type") String associationType, @JsonProperty("label") @Nullable String label,
			@JsonProperty("telephone") @Nullable String telephone,
			@JsonProperty("verified_status") String verifiedStatus,
			@JsonProperty("country_code") @Nullable String countryCode, @JsonProperty("customer_type") int customerType,
			@JsonProperty("is_frozen") int frozen, @JsonProperty("account_managers") List<ManagerName> accountManagers,
			@JsonProperty("xaccount_id") @Nullable String xaccountId,
			@JsonProperty("xaccount_type") @Nullable String xaccountType,
			@JsonProperty("customer_level") String customerLevel, @JsonProperty("email") @Nullable String email) {

		private static final String CHINA = "+86";

		static CustomerInfo of(Listing row) {
			String mobile = Objects.requireNonNullElse(row.mobile(), "");
			boolean chinese = mobile.startsWith(CHINA);
			return new CustomerInfo(row.customerName(), row.accountName(), row.customerId().toString(),
					row.associatedAt().truncatedTo(ChronoUnit.SECONDS).toString(), row.associationType().code(),
					row.label(), chinese ? mobile.substring(CHINA.length()) : row.mobile(),
					String.valueOf(row.verifiedStatus()), chinese ? "0086" : null, row.customerType(), row.frozen(),
					(row.managerLogin() != null) ? List.of(new ManagerName(row.managerLogin())) : List.of(),
					row.xaccountId(), row.xaccountType(), row.customerLevel(), row.email());
		}

	}

	@Schema(name = "AccountManager")
	record ManagerName(@JsonProperty("account_name") String accountName) {
	}

	@Schema(name = "CheckUserIdentityRequest")
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Question(@JsonProperty("search_type") @NotBlank @Pattern(regexp = "name|mobile|email") String searchType,
			@JsonProperty("search_value") @NotBlank @Size(max = 64) String searchValue) {

		/** The number asked about, as the hub writes numbers. */
		String mobile() {
			return "+86" + this.searchValue.substring("0086-".length());
		}

		@AssertTrue(message = "search_value does not fit search_type")
		@JsonIgnore
		boolean isWellFormed() {
			return switch (String.valueOf(this.searchType)) {
				case "name" -> AccountRules.isLoginName(String.valueOf(this.searchValue));
				case "mobile" -> String.valueOf(this.searchValue).matches("0086-\\d+");
				default -> String.valueOf(this.searchValue).contains("@");
			};
		}

	}

	@Schema(name = "CheckUserIdentityResponse")
	record Verdict(@JsonProperty("check_result") String checkResult) {
	}

}
