package io.partnerhub.customer.notice;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are told of coupons (VOU-13) and orders (ORD-09).
 *
 * @param collect how long a reader's news are collected into one mail, 0 to 1 day
 * @param keep how long letters can be read, 1 to 3,660 days
 * @param linesPerMail news that one mail tells one by one, 1–500; further coupons are
 * only counted
 * @param orderMails how many mails name a reader's orders at a time, 1–100; further
 * orders are counted and summed up in the last
 */
@Validated
@ConfigurationProperties("partnerhub.notices")
record NoticeSettings(@DefaultValue("10m") @NotNull Duration collect, @DefaultValue("365d") @NotNull Duration keep,
		@DefaultValue("50") @Min(1) @Max(500) int linesPerMail, @DefaultValue("20") @Min(1) @Max(100) int orderMails) {

	@AssertTrue(message = "collect is 0 to 1 day")
	boolean isCollectWithinLimits() {
		return !this.collect.isNegative() && this.collect.compareTo(Duration.ofDays(1)) <= 0;
	}

	@AssertTrue(message = "keep is 1 to 3660 days")
	boolean isKeepWithinLimits() {
		return this.keep.compareTo(Duration.ofDays(1)) >= 0 && this.keep.compareTo(Duration.ofDays(3660)) <= 0;
	}

}
