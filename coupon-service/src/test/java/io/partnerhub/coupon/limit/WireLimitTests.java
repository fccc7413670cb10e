package io.partnerhub.coupon.limit;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WireLimitTests {

	private final UUID named = Ids.next();

	private final Limits limits = new Limits(Set.of("ecs", "evs"), Set.of("obs"), Set.of("p1"), Set.of("p2"),
			Set.of("cn-north-4"), Set.of(OrderType.RENEW), Set.of(BillingMode.PAY_PER_USE), Money.of("5.00"),
			Money.of("500.00"), true, true, 2, Set.of(this.named), true, new BigDecimal("0.5"), 3);

	@Test
	void namesEveryLimitOfUseAsTheVendorDoes() {
		assertThat(WireLimit.ofUse(this.limits, Money.zero())).extracting((limit) -> limit.key() + "=" + limit.value1())
			.containsExactly("cloudServiceType=ecs", "cloudServiceType=evs", "excludeCloudServiceType=obs",
					"productId=p1", "excludeProductId=p2", "regionCode=cn-north-4", "subscribeType=renew",
					"chargingMode=3", "orderAmount=5.00", "firstOrderOnly=1", "simultaneousUseWithEmpowerDiscount=0",
					"simultaneousUseWithContractDiscount=0", "simultaneousUseWithPromotionDiscount=0", "usageTimes=2",
					"isOnlyForStrictSelected=1", "maxDeductionRatio=0.5");
	}

	@Test
	void tellsWhomAQuotaIsForToItsHolderOnly() {
		assertThat(WireLimit.ofQuota(this.limits)).extracting((limit) -> limit.key() + "=" + limit.value1())
			.endsWith("customerId=" + this.named, "couponsPerCustomer=3");
		assertThat(WireLimit.ofUse(this.limits, Money.zero())).extracting(WireLimit::key).doesNotContain("customerId");
	}

	@Test
	@Tag("VOU-02")
	void givesAmountsInYuanAndTheStricterMinimum() {
		assertThat(WireLimit.ofUse(this.limits, Money.of("20.00")))
			.contains(new WireLimit("orderAmount", "20.00", "500.00", "CNY"));
		assertThat(WireLimit.ofUse(Limits.NONE, Money.of("20.00")))
			.containsExactly(new WireLimit("orderAmount", "20.00", null, "CNY"));
		assertThat(WireLimit.ofUse(Limits.NONE, Money.zero())).isEmpty();
	}

}
