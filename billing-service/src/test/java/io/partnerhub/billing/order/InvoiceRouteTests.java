package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("ORD-15")
class InvoiceRouteTests {

	@ParameterizedTest
	@CsvSource({ "PARTNER, ADVISORY, 10.00, VENDOR CUSTOMER 10.00",
			"PARTNER, RESALE, 10.00, VENDOR PARTNER 10.00 PARTNER CUSTOMER 10.00", "CUSTOMER, ADVISORY, 10.00, ''",
			"CUSTOMER, RESALE, 10.00, ''", "PARTNER, RESALE, 0.00, ''" })
	void leadsFromTheVendorToWhoeverIsInvoiced(Paid.By by, AssociationType model, String cash, String expected) {
		List<InvoiceRoute> route = InvoiceRoute.of(paid(by, model, cash));
		assertThat(route.stream()
			.map((step) -> step.issuer() + " " + step.recipient() + " " + step.amount().decimal())
			.collect(Collectors.joining(" "))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "PARTNER, ADVISORY, true", "PARTNER, RESALE, false", "CUSTOMER, ADVISORY, false" })
	void endsWithTheCustomerAloneIfThePartnerPaidForAnAdvisoryOne(Paid.By by, AssociationType model, boolean alone) {
		assertThat(InvoiceRoute.isVendorToCustomer(paid(by, model, "10.00"))).isEqualTo(alone);
	}

	private static Paid paid(Paid.By by, AssociationType model, String cash) {
		return new Paid(Ids.next(), Instant.EPOCH, by, Paid.With.BALANCE, null, null, Money.of(cash), Money.zero(),
				Money.zero(), Money.zero(), model, null);
	}

}
