package io.partnerhub.opportunity.opportunity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.opportunity.A;
import io.partnerhub.opportunity.customer.KnownCustomer;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistrationRulesTests {

	private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

	private final UUID partner = Ids.next();

	private final UUID manager = Ids.next();

	@Test
	@Tag("OPP-03")
	void refusesSupervisorsBeforeAskingForThePermission() {
		refuses(() -> RegistrationRules.checkWriter(A.supervisor(this.partner, Ids.next())),
				"OPPORTUNITY_SUPERVISOR_READ_ONLY");
	}

	@Test
	void refusesPeopleWithoutThePermission() {
		refuses(() -> RegistrationRules.checkWriter(A.onlooker(this.partner)), "ACCESS_DENIED");
	}

	@Test
	@Tag("OPP-02")
	void letsAnAccountManagerChooseOnlyHisOwnCustomers() {
		Caller caller = A.manager(this.partner, this.manager);
		assertThatCode(() -> RegistrationRules.checkCustomer(caller, customer(this.manager, true)))
			.doesNotThrowAnyException();
		refuses(() -> RegistrationRules.checkCustomer(caller, customer(Ids.next(), true)),
				"OPPORTUNITY_CUSTOMER_NOT_OWNED");
		refuses(() -> RegistrationRules.checkCustomer(caller, customer(null, true)), "OPPORTUNITY_CUSTOMER_NOT_OWNED");
	}

	@Test
	@Tag("OPP-01")
	void refusesACustomerWhoseLinkHasEnded() {
		Caller administrator = A.administrator(this.partner);
		assertThatCode(() -> RegistrationRules.checkCustomer(administrator, customer(null, true)))
			.doesNotThrowAnyException();
		refuses(() -> RegistrationRules.checkCustomer(administrator, customer(null, false)), "CUSTOMER_NOT_ASSOCIATED");
	}

	@Test
	@Tag("OPP-06")
	void namesEveryMissingFieldOfTheRevenuePage() {
		Registration registration = new Registration(Ids.next(), "ERP", null, List.of("ecs"), TODAY, Money.of("1.00"),
				null, Money.of("1.00"), null);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> RegistrationRules.checkRevenue(registration))
			.satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo("OPPORTUNITY_REVENUE_REQUIRED");
				assertThat(problem.facts()).containsEntry("missing", List.of("firstYearRevenue", "launchDate"));
			});
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-01, 2026-03-01", "2026-03-02, 2026-09-01", "2036-03-01, 2036-03-01" })
	void acceptsDatesFromTodayOn(LocalDate signing, LocalDate launch) {
		assertThatCode(() -> RegistrationRules.checkDates(signing, launch, TODAY, 10)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-28, 2026-09-01, /expectedSignDate", "2026-03-02, 2026-03-01, /launchDate",
			"2026-03-02, 2036-03-02, /launchDate" })
	void refusesDatesThatLieBehindEachOtherOrTooFarAhead(LocalDate signing, LocalDate launch, String pointer) {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> RegistrationRules.checkDates(signing, launch, TODAY, 10))
			.satisfies((problem) -> assertThat(problem.errors()).extracting(Problem.FieldError::pointer)
				.containsExactly(pointer));
	}

	@ParameterizedTest
	@CsvSource({ "ERP to the Cloud, erp  to the cloud", "ＥＲＰ 上云, erp 上云", "' ERP ', erp" })
	@Tag("OPP-18")
	void takesNamesForTheSameRegardlessOfCaseWidthAndSpacing(String one, String other) {
		assertThat(RegistrationRules.normalised(one)).isEqualTo(RegistrationRules.normalised(other));
	}

	private KnownCustomer customer(@Nullable UUID manager, boolean active) {
		return new KnownCustomer(Ids.next(), this.partner, this.partner, 1, manager, active);
	}

	private static void refuses(ThrowingCallable call, String code) {
		assertThatExceptionOfType(Problem.class).isThrownBy(call)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
	}

}
