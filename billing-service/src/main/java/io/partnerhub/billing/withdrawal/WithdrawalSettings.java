package io.partnerhub.billing.withdrawal;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import io.partnerhub.billing.topup.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of withdrawals.
 *
 * @param originalRouteMonths months after the top-up that a channel takes money back
 * (WDR-06); a channel that is absent always does
 * @param firstSigningEntity the vendor's company that sends old wallet money to a bank
 * card only if the partner chooses so (WDR-07)
 * @param agedToBankCard channels whose old money other companies send to a bank card
 * (WDR-07)
 * @param flowsConsidered newest top-ups that are looked at, 1–5,000
 * @param flowsPerWithdrawal top-ups one withdrawal takes from, 1–500
 * @param rowsShown rows behind a term of the withdrawable amount, 1–100
 * @param originalWorkingDays the way back takes (WDR-11)
 * @param bankWorkingDays a bank transfer takes at most (WDR-11)
 * @param closingDays last working days of a month on which finance is closed (WDR-11)
 * @param closingDelay working days later then (WDR-11)
 * @param zone of days and months
 * @param askAfter how long the bank has for its answer before it is asked
 * @param payoutsEvery how often due payments are looked for, at least 1 s
 * @param payoutsPerRun payments handed over in one run, 1–500
 */
@Validated
@ConfigurationProperties("partnerhub.withdrawal")
record WithdrawalSettings(Map<Channel, Integer> originalRouteMonths,
		@DefaultValue("华为云计算技术有限公司") String firstSigningEntity, @DefaultValue( {
				"ALIPAY", "WECHAT", "UNIONPAY" }) Set<Channel> agedToBankCard,
		@DefaultValue("1000") @Min(1) @Max(5000) int flowsConsidered,
		@DefaultValue("100") @Min(1) @Max(500) int flowsPerWithdrawal,
		@DefaultValue("100") @Min(1) @Max(100) int rowsShown, @DefaultValue("1") @Min(1) int originalWorkingDays,
		@DefaultValue("7") @Min(1) int bankWorkingDays, @DefaultValue("3") @Min(0) int closingDays,
		@DefaultValue("2") @Min(0) int closingDelay, @DefaultValue("Asia/Shanghai") ZoneId zone,
		@DefaultValue("30s") Duration askAfter, @DefaultValue("2s") Duration payoutsEvery,
		@DefaultValue("50") @Min(1) @Max(500) int payoutsPerRun){
}
