package io.partnerhub.coupon.quota;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of quotas.
 *
 * @param resellersPerCommand how many resellers one command may pass quota to (QUO-01);
 * 100
 * @param reclaimedPerCall how many quotas of resellers one call of the open API takes
 * back (REC-09); 10
 * @param noticeBefore how long before its end the holder of a quota is told, days; 7
 * @param countEvery how often quotas are counted from zero; 10 minutes
 * @param countedPerRun how many quotas each time, 1–5000; 500
 * @param incentiveMonths how long a quota is valid that an incentive became, 1–120; 12
 * (INC-05)
 */
@Validated
@ConfigurationProperties("partnerhub.quota")
public record QuotaSettings(@DefaultValue("100") int resellersPerCommand, @DefaultValue("10") int reclaimedPerCall,
		@DefaultValue("7d") Duration noticeBefore, @DefaultValue("10m") Duration countEvery,
		@DefaultValue("500") @Min(1) @Max(5000) int countedPerRun,
		@DefaultValue("12") @Min(1) @Max(120) int incentiveMonths) {
}
