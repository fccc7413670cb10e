package io.partnerhub.billing.withdrawal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.payee.Payee;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.billing.topup.Flow;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** Payees, top-ups and settings for tests of pure rules. */
final class Terms {

	static final String FIRST_ENTITY = "华为云计算技术有限公司";

	static final String OTHER_ENTITY = "贵州云科技有限公司";

	static final String COMPANY = "云岭科技有限公司";

	private static final UUID PARTNER = Ids.next();

	static final Realm REALM = new Realm(PARTNER, PARTNER);

	private Terms() {
	}

	static WithdrawalSettings settings() {
		return new WithdrawalSettings(
				Map.of(Channel.ALIPAY, 11, Channel.WECHAT, 11, Channel.UNIONPAY, 3, Channel.HUAWEI_PAY, 3,
						Channel.HUAWEI_PAYMENT, 6),
				FIRST_ENTITY, Set.of(Channel.ALIPAY, Channel.WECHAT, Channel.UNIONPAY), 1000, 100, 100, 1, 7, 3, 2,
				ZoneId.of("Asia/Shanghai"), Duration.ofSeconds(30), Duration.ofSeconds(2), 50);
	}

	static Payee payee(String signingEntity) {
		return new Payee(REALM, COMPANY, true, true, signingEntity);
	}

	static SourceRules rules(String signingEntity, String today) {
		return new SourceRules(settings(), payee(signingEntity), LocalDate.parse(today));
	}

	static Flow flow(Channel channel, String paidAt) {
		return flow(channel, Instant.parse(paidAt), "100.00", "0.00", "0.00", null, null, false);
	}

	static Flow flow(Channel channel, Instant paidAt, String amount, String invoiced, String taken,
			Flow.@Nullable Restriction restriction, Flow.@Nullable Incentive incentive, boolean originalFailed) {
		UUID id = Ids.next();
		return new Flow(id, REALM, channel, "SN" + id, Money.of(amount), Money.of(invoiced), Money.of(taken),
				FIRST_ENTITY, new BankAccount(null, null, "李雷", "lilei@pay"), restriction, incentive, originalFailed,
				false, paidAt);
	}

}
