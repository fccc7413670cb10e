package io.partnerhub.billing.payonbehalf;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.billing.CouponStub;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the vendor-compatible API says of orders, and of what was paid for them. */
class TellingIntegratorsOfOrdersTests extends PayingScenario {

	private static final String ORDERS = "/v2/orders/customer-orders";

	@Autowired
	private CouponStub coupons;

	@Autowired
	private Hears hears;

	@BeforeEach
	void hasCoupons() {
		this.coupons.pays("15.00", "10.00");
	}

	@Test
	@Tag("ORD-09")
	void tellsVouchersFromCashCoupons() {
		String number = this.counter.requested(this.customer, "30.00");
		this.counter
			.pay(this.client.as(this.partner.admin()), number, Map.of("couponIds", List.of(Ids.next(), Ids.next())))
			.expect(200);
		Answer details = details(number);
		assertThat(coupons(details, "/order_info/amount_info")).isEqualTo("5 10");
		assertThat(coupons(details, "/order_line_items/0/amount_info")).isEqualTo("5 10");
		assertThat(coupons(list(number), "/order_infos/0/amount_info")).isEqualTo("5 10");
	}

	@Test
	@Tag("ORD-09")
	void tellsThePriceAfterTheDiscountThatWasPaid() {
		String number = discounted();
		assertThat(price(details(number), "/order_info")).isEqualTo("100");
		this.counter.request(this.customer, number).expect(204);
		this.counter.pay(this.client.as(this.partner.admin()), number, Map.of("discountId", "D1")).expect(200);
		Answer details = details(number);
		assertThat(price(details, "/order_info")).isEqualTo("90 700 10");
		assertThat(price(details, "/order_line_items/0")).isEqualTo("90 700 10");
		assertThat(price(list(number), "/order_infos/0")).isEqualTo("90 700 10");
	}

	@Test
	@Tag("ORD-17")
	void tellsADiscountThatIsInThePriceBeforeItIsPaid() {
		String number = Ordering.number();
		this.ordering.report(Ordering.with(Ordering.order(this.customer, number, "100.00"), "discounts",
				List.of(discount("D2", 3, "1", "20.00"))));
		assertThat(price(details(number), "/order_info")).isEqualTo("100 607 20");
	}

	@Test
	@Tag("ORD-14")
	void takesADiscountOffThePartsOfACombinedOrder() {
		String number = Ordering.number();
		this.ordering.report(Ordering.with(Ordering.combined(this.customer, number, "10.00", "20.00", "30.00"),
				"discounts", List.of(discount("D1", 0, "2", "5.00"))));
		this.counter.request(this.customer, number).expect(204);
		this.counter.pay(this.client.as(this.partner.admin()), number, Map.of("discountId", "D1")).expect(200);
		Answer details = details(number);
		assertThat(price(details, "/order_info")).isEqualTo("25 700 5");
		assertThat(price(details, "/order_info/sub_order_infos/0")).isEqualTo("10");
		assertThat(price(details, "/order_info/sub_order_infos/1")).isEqualTo("15 700 5");
		assertThat(price(details, "/order_line_items/0")).isEqualTo("10");
		assertThat(price(details, "/order_line_items/1")).isEqualTo("15 700 5");
		assertThat(price(details(number + "-2"), "/order_info")).isEqualTo("15 700 5");
	}

	@Test
	void namesServicesInTheLanguageAskedFor() {
		this.hears.event(new ServiceTypeChanged("hws.service.type.ec2", "弹性云服务器", "Elastic Cloud Server", null));
		String number = this.counter.requested(this.customer, "1.00");
		assertThat(details(number).text("/order_info/service_type_name")).isEqualTo("弹性云服务器");
		assertThat(list(number).text("/order_infos/0/service_type_name")).isEqualTo("弹性云服务器");
		Answer english = this.client.as(this.partner.key())
			.with("X-Language", "en_US")
			.get(ORDERS + "/details/" + number);
		assertThat(english.text("/order_line_items/0/service_type_name")).isEqualTo("Elastic Cloud Server");
	}

	@Test
	void tellsTheProductOfAnItem() {
		Answer details = details(this.counter.requested(this.customer, "1.00"));
		assertThat(details.text("/order_line_items/0/base_product_info/product_id")).isEqualTo("s6.large.2");
		assertThat(details.text("/order_line_items/0/base_product_info/product_owner_service"))
			.isEqualTo("hws.service.type.ec2");
	}

	@Test
	void namesWhatIsWrongInTheVendorsWords() {
		String refused = this.counter.as(this.customer)
			.post("/v3/orders/customer-orders/pay", Map.of("order_id", "CS1", "use_coupon", "NO"))
			.refused(400, "CBC.0100")
			.text("/error_msg");
		assertThat(refused).contains("/use_discount").doesNotContain("useDiscount");
	}

	private String discounted() {
		String number = Ordering.number();
		this.ordering.report(Ordering.with(Ordering.order(this.customer, number, "100.00"), "discounts",
				List.of(discount("D1", 0, "1", "10.00"))));
		return number;
	}

	private static Map<String, Object> discount(String id, int type, String line, String amount) {
		return Map.of("discountId", id, "type", type, "mode", 2, "lines",
				List.of(Map.of("lineId", line, "amount", Given.money(amount))));
	}

	private Answer details(String number) {
		return this.client.as(this.partner.key()).get(ORDERS + "/details/" + number).expect(200);
	}

	private Answer list(String number) {
		return this.client.as(this.partner.key()).get(ORDERS + "?order_id=" + number).expect(200);
	}

	private static String coupons(Answer answer, String amounts) {
		return number(answer, amounts + "/coupon_amount") + " "
				+ number(answer, amounts + "/flexipurchase_coupon_amount");
	}

	/** What it came to, and the type and amount of its discount if it has one. */
	private static String price(Answer answer, String order) {
		String discount = order + "/amount_info/discounts/0";
		return Stream
			.of(number(answer, order + "/amount_after_discount"), answer.text(discount + "/discount_type"),
					number(answer, discount + "/discount_amount"))
			.filter((each) -> !each.isEmpty())
			.collect(Collectors.joining(" "));
	}

	private static String number(Answer answer, String pointer) {
		JsonNode number = answer.json().at(pointer);
		return number.isMissingNode() ? "" : number.decimalValue().stripTrailingZeros().toPlainString();
	}

}
